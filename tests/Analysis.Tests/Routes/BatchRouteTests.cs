using System.Text.Json;
using OmnipotentFutures.Analysis.Tests.Support;

namespace OmnipotentFutures.Analysis.Tests.Routes;

public sealed class BatchRouteTests(HealthyService healthy) : IClassFixture<HealthyService>
{
    private readonly AnalysisService _service = healthy.Service;

    [Fact]
    public async Task Results_come_in_the_order_asked_and_duplicates_once_in_whatever_spelling()
    {
        using var response = await _service.BatchAsync("""{"symbols":["eth/usdt","BTCUSDT","ETH-USDT","btc_usdt","1000PEPEUSDT","ETHUSDT"]}""");

        var data = await response.ShouldSucceedAsync();
        Symbols(data).ShouldBe(["ETHUSDT", "BTCUSDT", "1000PEPEUSDT"]);
        Counts(data).ShouldBe((3, 3, 0));
        data.GetProperty("results")[1].GetRawText().ShouldBe("""{"symbol":"BTCUSDT","success":true,"data":{"symbol":"BTCUSDT","language":"tr","mark_price":100.5}}""");
    }

    [Fact]
    public async Task One_bad_symbol_never_fails_the_rest()
    {
        using var response = await _service.BatchAsync("""{"symbols":["XYZZY","BTCUSDT",null,"../","","BUGUSDT","ETHUSDT"]}""");

        var data = await response.ShouldSucceedAsync();
        Counts(data).ShouldBe((6, 2, 4));
        Symbols(data).ShouldBe(["XYZZY", "BTCUSDT", "", "../", "BUGUSDT", "ETHUSDT"]);
        Codes(data).ShouldBe(["unknown_symbol", null, "invalid_symbol", "invalid_symbol", "internal_error", null]);
        foreach (var result in data.GetProperty("results").EnumerateArray())
        {
            result.TryGetProperty("data", out _).ShouldBe(result.GetProperty("success").GetBoolean());
            result.TryGetProperty("error", out _).ShouldBe(!result.GetProperty("success").GetBoolean());
        }

        ServiceAnswers.ShouldNameNoInternals(data.GetRawText());
    }

    [Fact]
    public async Task Unknown_symbol_of_a_batch_is_told_its_neighbours()
    {
        using var response = await _service.BatchAsync("""{"symbols":["PEPEUSDT"]}""");

        var data = await response.ShouldSucceedAsync();
        data.GetProperty("results")[0].GetProperty("error").GetProperty("message").GetString()!.ShouldContain("1000PEPEUSDT");
    }

    [Fact]
    public async Task Endless_and_unreadable_symbols_are_echoed_short()
    {
        var long1 = new string('A', 5_000);
        var emoji = new string('A', 49) + "🚀🚀";
        var body = $$"""{"symbols":["{{long1}}","{{emoji}}","\u0000\u001b","BTCUSDT"]}""";
        using var response = await _service.BatchAsync(body);

        var data = await response.ShouldSucceedAsync();
        Codes(data).ShouldBe(["invalid_symbol", "invalid_symbol", "invalid_symbol", null]);
        Symbols(data).ShouldAllBe(symbol => symbol.Length <= 51);
        Symbols(data)[1].ShouldBe(new string('A', 49) + "…");
    }

    [Fact]
    public async Task Twenty_symbols_are_allowed()
    {
        using var response = await _service.BatchAsync(Body(20));

        Counts(await response.ShouldSucceedAsync()).ShouldBe((20, 0, 20));
    }

    [Theory]
    [InlineData(21)]
    [InlineData(1_000)]
    public async Task More_than_twenty_symbols_are_too_many(int count)
    {
        using var response = await _service.BatchAsync(Body(count));

        var problem = await response.ShouldFailAsync(400, "too_many_symbols");
        problem.GetProperty("detail").GetString()!.ShouldContain($"{count}");
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("42")]
    [InlineData("\"BTCUSDT\"")]
    [InlineData("""["BTCUSDT"]""")]
    [InlineData("""{"symbols":null}""")]
    [InlineData("""{"symbols":[]}""")]
    [InlineData("""{"symbols":{}}""")]
    [InlineData("""{"symbols":"BTCUSDT"}""")]
    [InlineData("""{"symbols":[1]}""")]
    [InlineData("""{"symbols":["BTCUSDT",1.5]}""")]
    [InlineData("""{"symbols":[true]}""")]
    [InlineData("""{"symbols":[["BTCUSDT"]]}""")]
    [InlineData("""{"symbols":[{"symbol":"BTCUSDT"}]}""")]
    [InlineData("""{"symbols":["\ud800"]}""")]
    [InlineData("""{"symbols":["BTCUSDT"]""")]
    [InlineData("""{"symbols":["BTCUSDT"]}}""")]
    [InlineData("""{"symbols":["BTCUSDT",]}""")]
    [InlineData("{'symbols':['BTCUSDT']}")]
    [InlineData("symbols=BTCUSDT")]
    [InlineData("<symbols/>")]
    public async Task Body_that_is_not_a_list_of_symbols_is_an_invalid_request(string body)
    {
        using var response = await _service.BatchAsync(body);

        var problem = await response.ShouldFailAsync(400, "invalid_request");
        problem.GetProperty("detail").GetString()!.ShouldContain("""{"symbols":["BTCUSDT","ETHUSDT"]}""");
    }

    [Fact]
    public async Task Deep_nesting_is_an_invalid_request()
    {
        using var response = await _service.BatchAsync($$"""{"symbols":{{new string('[', 10_000)}}""");

        await response.ShouldFailAsync(400, "invalid_request");
    }

    [Fact]
    public async Task Member_with_an_endless_name_does_not_come_back_in_the_answer()
    {
        using var response = await _service.BatchAsync($$"""{"{{new string('x', 10_000)}}":[}""");

        await response.ShouldFailAsync(400, "invalid_request");
    }

    [Fact]
    public async Task Bytes_that_are_not_text_are_an_invalid_request()
    {
        using var content = new ByteArrayContent([0x7b, 0xff, 0xfe, 0x00, 0x7d]);
        content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        using var response = await _service.Http.PostAsync(new Uri("/batch", UriKind.Relative), content);

        await response.ShouldFailAsync(400, "invalid_request");
    }

    [Fact]
    public async Task No_body_is_an_invalid_request()
    {
        using var response = await _service.BatchAsync(null);

        await response.ShouldFailAsync(400, "invalid_request");
    }

    [Theory]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("application/json; charset=rubbish")]
    [InlineData("application/vnd.api+json")]
    public async Task Json_by_another_name_is_read(string contentType)
    {
        using var response = await _service.BatchAsync("""{"symbols":["BTCUSDT"]}""", contentType);

        await response.ShouldSucceedAsync();
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("rubbish")]
    [InlineData(null)]
    public async Task Body_that_does_not_claim_to_be_json_is_an_unsupported_media_type(string? contentType)
    {
        using var response = await _service.BatchAsync("""{"symbols":["BTCUSDT"]}""", contentType);

        await response.ShouldFailAsync(415, "unsupported_media_type");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Megabyte_is_too_large_whether_its_length_is_told_or_not(bool chunked)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/batch");
        // Waits for the server's word before sending, as curl does with a large body.
        request.Headers.ExpectContinue = true;
        request.Headers.TransferEncodingChunked = chunked;
        request.Content = new StringContent(Body(1_000_000 / 12), System.Text.Encoding.UTF8, "application/json");
        using var response = await _service.Http.SendAsync(request);

        await response.ShouldFailAsync(413, "payload_too_large");
    }

    private static string Body(int count) => $$"""{"symbols":[{{string.Join(',', Enumerable.Range(0, count).Select(i => $"\"XYZZY{i}\""))}}]}""";

    private static (int Count, int Succeeded, int Failed) Counts(JsonElement data) =>
        (data.GetProperty("count").GetInt32(), data.GetProperty("succeeded").GetInt32(), data.GetProperty("failed").GetInt32());

    private static string[] Symbols(JsonElement data) =>
        [.. data.GetProperty("results").EnumerateArray().Select(result => result.GetProperty("symbol").GetString()!)];

    private static string?[] Codes(JsonElement data) =>
        [.. data.GetProperty("results").EnumerateArray().Select(result => result.TryGetProperty("error", out var error) ? error.GetProperty("code").GetString() : null)];
}
