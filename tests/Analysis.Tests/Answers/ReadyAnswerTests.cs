using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using OmnipotentFutures.Analysis.Tests.Support;

namespace OmnipotentFutures.Analysis.Tests.Answers;

/// <summary>An answer is made once and sent to all who ask while it holds.</summary>
public sealed class ReadyAnswerTests : IAsyncLifetime
{
    private static readonly TimeSpan Life = TimeSpan.FromSeconds(5);

    private readonly FakeTimeProvider _clock = new(DateTimeOffset.UnixEpoch.AddDays(20_000));
    private StubExchange _exchange = null!;
    private AnalysisService _service = null!;

    public async Task InitializeAsync()
    {
        _exchange = await StubExchange.StartAsync();
        _service = await AnalysisService.StartAsync(_exchange.Url, _clock);
        _service.Analyzer.Life = Life;
    }

    public async Task DisposeAsync()
    {
        await _service.DisposeAsync();
        await _exchange.DisposeAsync();
    }

    [Fact]
    public async Task Answer_holds_as_long_as_its_inputs()
    {
        using var first = await AskAsync("BTCUSDT");
        _clock.Advance(Life - TimeSpan.FromTicks(1));
        using var second = await AskAsync("BTCUSDT");
        _service.Analyzer.Made.ShouldBe(1);
        second.Headers.ETag.ShouldBe(first.Headers.ETag);

        _clock.Advance(TimeSpan.FromTicks(1));
        using var third = await AskAsync("BTCUSDT");
        _service.Analyzer.Made.ShouldBe(2);
        _exchange.Calls.Count(path => path == "/fapi/v1/premiumIndex").ShouldBe(2);
    }

    [Fact]
    public async Task All_who_ask_at_once_share_one_making()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => AskAsync("ETHUSDT")));

        _service.Analyzer.Made.ShouldBe(1);
        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.OK);
        answers.Select(answer => answer.Headers.ETag).Distinct().Count().ShouldBe(1);
        Array.ForEach(answers, answer => answer.Dispose());
    }

    [Theory]
    [InlineData("{0}", true)]
    [InlineData("W/{0}", true)]
    [InlineData("\"other\", {0}", true)]
    [InlineData("*", true)]
    [InlineData("\"other\"", false)]
    [InlineData("rubbish", false)]
    public async Task Caller_who_has_the_answer_is_told_so(string ifNoneMatch, bool hasIt)
    {
        using var first = await AskAsync("BTCUSDT");
        var tag = first.Headers.ETag!.ToString();

        using var second = await AskAsync("BTCUSDT", ("If-None-Match", ifNoneMatch.Replace("{0}", tag, StringComparison.Ordinal)));

        second.StatusCode.ShouldBe(hasIt ? HttpStatusCode.NotModified : HttpStatusCode.OK);
        second.Headers.ETag!.ToString().ShouldBe(tag);
        second.Headers.CacheControl.ShouldNotBeNull();
        (await second.Content.ReadAsByteArrayAsync()).Length.ShouldBe(hasIt ? 0 : (int)first.Content.Headers.ContentLength!.Value);
    }

    [Fact]
    public async Task Answer_of_other_inputs_has_another_tag()
    {
        using var first = await AskAsync("BTCUSDT");
        _exchange.Answer(context => context.Request.Path == "/fapi/v1/premiumIndex"
            ? ExchangeAnswers.Text(200, """{"symbol":"BTCUSDT","markPrice":"101.5","indexPrice":"100.4","lastFundingRate":"0.0001","nextFundingTime":1700000000000,"time":1700000000000}""")(context)
            : ExchangeAnswers.Well(context));
        _clock.Advance(Life);

        using var second = await AskAsync("BTCUSDT", ("If-None-Match", first.Headers.ETag!.ToString()));

        second.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await second.ShouldSucceedAsync()).GetProperty("mark_price").GetDecimal().ShouldBe(101.5m);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("br", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("gzip, deflate, br", "br")]
    [InlineData("br;q=0.5, gzip;q=0.9", "gzip")]
    [InlineData("br;q=0, gzip", "gzip")]
    [InlineData("*", "br")]
    [InlineData("identity", null)]
    [InlineData("br;q=0", null)]
    [InlineData("zstd", null)]
    public async Task Answer_comes_in_the_best_coding_that_the_caller_takes(string? accepted, string? coding)
    {
        using var plain = await AskAsync("BTCUSDT");
        using var answer = await AskAsync("BTCUSDT", accepted is null ? [] : [("Accept-Encoding", accepted)]);

        answer.Content.Headers.ContentEncoding.ShouldBe(coding is null ? [] : [coding]);
        answer.Headers.Vary.ShouldBe(["Accept-Language", "Accept-Encoding"]);
        (await DecodedAsync(answer)).ShouldBe(await DecodedAsync(plain));
        // Two forms of one answer are not byte for byte the same.
        answer.Headers.ETag!.Equals(plain.Headers.ETag).ShouldBe(coding is null);
    }

    [Fact]
    public async Task Answer_tells_how_long_it_holds()
    {
        using var first = await AskAsync("BTCUSDT");
        first.Headers.CacheControl!.ToString().ShouldBe("max-age=5, private");

        _clock.Advance(TimeSpan.FromSeconds(3.5));
        using var later = await AskAsync("BTCUSDT");
        later.Headers.CacheControl!.ToString().ShouldBe("max-age=1, private");

        _clock.Advance(TimeSpan.FromSeconds(1));
        using var last = await AskAsync("BTCUSDT");
        last.Headers.CacheControl!.ToString().ShouldBe("no-cache, private");
    }

    [Fact]
    public async Task Each_language_has_an_answer_of_its_own()
    {
        using var turkish = await AskAsync("BTCUSDT");
        using var english = await AskAsync("BTCUSDT", ("Accept-Language", "en"));

        (await turkish.ShouldSucceedAsync()).GetProperty("language").GetString().ShouldBe("tr");
        (await english.ShouldSucceedAsync()).GetProperty("language").GetString().ShouldBe("en");
        english.Content.Headers.ContentLanguage.ShouldBe(["en"]);
        _exchange.Calls.Count(path => path == "/fapi/v1/premiumIndex").ShouldBe(1);
    }

    [Fact]
    public async Task Batch_is_made_of_the_answers_that_are_there()
    {
        using var single = await AskAsync("BTCUSDT");
        using var batch = await _service.BatchAsync("""{"symbols":["ETHUSDT","BTCUSDT"]}""");

        var results = (await batch.ShouldSucceedAsync()).GetProperty("results");
        results[1].GetProperty("data").GetRawText().ShouldBe((await single.ShouldSucceedAsync()).GetRawText());
        _service.Analyzer.Made.ShouldBe(2);
    }

    [Fact]
    public async Task Error_is_not_kept()
    {
        _exchange.Answer(ExchangeAnswers.WellExceptPrices(ExchangeAnswers.Text(400, """{"code":-1121,"msg":"Invalid symbol."}""")));
        using var failed = await AskAsync("BTCUSDT");
        await failed.ShouldFailAsync(404, "unknown_symbol");
        failed.Headers.ETag.ShouldBeNull();

        _exchange.Answer(ExchangeAnswers.Well);
        using var answer = await AskAsync("BTCUSDT");
        await answer.ShouldSucceedAsync();
    }

    private async Task<HttpResponseMessage> AskAsync(string symbol, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/analyze/{symbol}");
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value).ShouldBeTrue();
        }

        return await _service.Http.SendAsync(request);
    }

    private static async Task<string> DecodedAsync(HttpResponseMessage response)
    {
        await using var body = await response.Content.ReadAsStreamAsync();
        body.Position = 0;
        await using var decoded = response.Content.Headers.ContentEncoding.SingleOrDefault() switch
        {
            "br" => new BrotliStream(body, CompressionMode.Decompress),
            "gzip" => new GZipStream(body, CompressionMode.Decompress),
            _ => body,
        };
        using var reader = new StreamReader(decoded, Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }
}
