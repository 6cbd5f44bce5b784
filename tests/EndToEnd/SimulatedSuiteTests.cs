using System.Text.Json;
using OmnipotentFutures.LiquidationHeatmap.Brackets;

namespace OmnipotentFutures.EndToEnd;

/// <summary>What a newcomer does after <c>dotnet run --project src/Suite -- --paper</c>.</summary>
public sealed class SimulatedSuiteTests(SimulatedSuite simulated) : IClassFixture<SimulatedSuite>
{
    private readonly SuiteUnderTest _suite = simulated.Suite;

    [Fact]
    public async Task Every_field_of_the_briefs_samples_is_there_with_its_type()
    {
        var liquidation = JsonDocument.Parse(BriefSamples.LiquidationHeatmap).RootElement;
        var funding = JsonDocument.Parse(BriefSamples.FundingDerivatives).RootElement;

        (await _suite.GetAsync(_suite.LiquidationHeatmap, "/analyze/BTCUSDT")).ShouldCover(liquidation);
        (await _suite.GetAsync(_suite.FundingDerivatives, "/analyze/BTCUSDT")).ShouldCover(funding);
        (await _suite.GetAsync(_suite.Gateway, "/api/liquidation-heatmap?symbol=BTCUSDT")).ShouldCover(liquidation);
        (await _suite.GetAsync(_suite.Gateway, "/api/funding-derivatives?symbol=BTCUSDT")).ShouldCover(funding);
    }

    [Fact]
    public async Task Simulated_data_say_so()
    {
        foreach (var service in new[] { _suite.LiquidationHeatmap, _suite.FundingDerivatives })
        {
            var meta = (await _suite.GetAsync(service, "/analyze/ETHUSDT?lang=en")).GetProperty("data").GetProperty("meta");

            meta.GetProperty("source").GetString().ShouldBe("paper-simulated");
            meta.GetProperty("warnings").EnumerateArray().ShouldContain(warning => warning.GetProperty("code").GetString() == "simulated_data");
        }
    }

    [Fact]
    public async Task Brackets_are_those_of_the_simulated_exchange()
    {
        // The table is fetched in the background: on a slow machine the first answers may be without it.
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        JsonElement data;
        do
        {
            data = (await _suite.GetAsync(_suite.LiquidationHeatmap, "/analyze/MYXUSDT")).GetProperty("data");
        }
        while (SourceOf(data) != "exchange" && !patience.IsCancellationRequested);

        SourceOf(data).ShouldBe("exchange");
        Brackets(data).GetProperty("as_of").GetInt64().ShouldBeGreaterThan(0);
        data.GetProperty("meta").GetProperty("warnings").EnumerateArray().Select(warning => warning.GetProperty("code").GetString())
            .ShouldNotContain(code => code!.StartsWith("brackets"));
        // No more than 10x is allowed there.
        data.GetProperty("tiers").EnumerateArray().ShouldAllBe(tier => tier.GetProperty("available").GetBoolean() == (tier.GetProperty("leverage").GetInt32() <= 10));

        static JsonElement Brackets(JsonElement data) => data.GetProperty("meta").GetProperty("brackets");
        static string? SourceOf(JsonElement data) => Brackets(data).GetProperty("source").GetString();
    }

    [Fact]
    public async Task The_signed_answer_of_the_exchange_is_a_file_that_an_operator_can_give()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_suite.PaperExchange, "/fapi/v1/leverageBracket?timestamp=1&signature=00")) { Headers = { { "X-MBX-APIKEY", "any" } } };
        using var response = await _suite.Http.SendAsync(request);

        var ladders = BracketFile.Parse(await response.Content.ReadAsByteArrayAsync());

        var listed = (await _suite.GetAsync(_suite.PaperExchange, "/fapi/v1/exchangeInfo")).GetProperty("symbols").EnumerateArray()
            .Select(symbol => symbol.GetProperty("symbol").GetString()!);
        ladders.Keys.Order().ShouldBe(listed.Order());
        ladders["BTCUSDT"].MaxLeverage.ShouldBe(150);
    }

    [Fact]
    public async Task Zones_lie_on_their_side_of_the_price_and_show_every_tier()
    {
        var data = (await _suite.GetAsync(_suite.LiquidationHeatmap, "/analyze/BTCUSDT")).GetProperty("data");
        var price = data.GetProperty("current_price").GetDecimal();
        var above = data.GetProperty("zones").GetProperty("above_price").EnumerateArray().ToList();
        var below = data.GetProperty("zones").GetProperty("below_price").EnumerateArray().ToList();

        above.ShouldAllBe(zone => zone.GetProperty("price").GetDecimal() > price && zone.GetProperty("type").GetString() == "SHORT_LIQUIDATION");
        below.ShouldAllBe(zone => zone.GetProperty("price").GetDecimal() < price && zone.GetProperty("type").GetString() == "LONG_LIQUIDATION");
        above.Concat(below).Select(zone => zone.GetProperty("leverage").GetInt32()).Distinct().Order().ShouldBe([2, 3, 5, 10, 20, 50, 100, 125]);
        above.Concat(below).ShouldAllBe(zone => zone.GetProperty("volume").GetDecimal() > 0);
    }

    [Theory]
    [InlineData("liquidation-heatmap")]
    [InlineData("funding-derivatives")]
    public async Task A_batch_of_20_through_the_gateway_answers_all_in_order(string service)
    {
        var listed = (await _suite.GetAsync(_suite.PaperExchange, "/fapi/v1/exchangeInfo")).GetProperty("symbols").EnumerateArray()
            .Where(symbol => symbol.GetProperty("status").GetString() == "TRADING")
            .Select(symbol => symbol.GetProperty("symbol").GetString()!)
            .Take(20)
            .ToList();

        var data = (await _suite.PostAsync(_suite.Gateway, $"/api/{service}", JsonSerializer.Serialize(new { symbols = listed }))).GetProperty("data");

        data.GetProperty("count").GetInt32().ShouldBe(20);
        data.GetProperty("succeeded").GetInt32().ShouldBe(20, data.ToString());
        data.GetProperty("results").EnumerateArray().Select(result => result.GetProperty("symbol").GetString()).ShouldBe(listed);
    }

    [Fact]
    public async Task Every_listed_symbol_has_an_answer_in_both_services()
    {
        var listed = (await _suite.GetAsync(_suite.PaperExchange, "/fapi/v1/exchangeInfo")).GetProperty("symbols").EnumerateArray()
            .Select(symbol => symbol.GetProperty("symbol").GetString()!)
            .ToList();

        // The settling one, the delivery contract, those without spot, those whose letters are not ASCII: all of them.
        foreach (var batch in listed.Chunk(10))
        {
            foreach (var service in new[] { _suite.LiquidationHeatmap, _suite.FundingDerivatives })
            {
                var data = (await _suite.PostAsync(service, "/batch", JsonSerializer.Serialize(new { symbols = batch }))).GetProperty("data");
                data.GetProperty("failed").GetInt32().ShouldBe(0, data.ToString());
            }
        }
    }

    [Theory]
    [InlineData("/api/liquidation-heatmap?symbol=btc%2Fusdt", 200, null)]
    [InlineData("/api/funding-derivatives?symbol=BTC-USDT", 200, null)]
    [InlineData("/api/liquidation-heatmap?symbol=..%2F..%2Fhealth", 400, "invalid_symbol")]
    [InlineData("/api/liquidation-heatmap?symbol=%00", 400, "invalid_symbol")]
    [InlineData("/api/funding-derivatives?symbol=NOSUCHCOINUSDT", 404, "unknown_symbol")]
    [InlineData("/api/funding-derivatives", 400, "invalid_request")]
    [InlineData("/api/whale-activity?symbol=BTCUSDT", 404, "not_found")]
    public async Task Input_through_the_gateway_is_understood_or_refused_with_a_code(string path, int status, string? code)
    {
        var answer = await _suite.GetAsync(_suite.Gateway, path, status);

        if (code is null)
        {
            answer.GetProperty("data").GetProperty("symbol").GetString().ShouldBe("BTCUSDT");
        }
        else
        {
            answer.GetProperty("code").GetString().ShouldBe(code);
            answer.GetProperty("success").GetBoolean().ShouldBeFalse();
            answer.GetProperty("detail").GetString()!.ShouldEndWith(".");
            answer.GetProperty("trace_id").GetString().ShouldNotBeNullOrEmpty();
        }
    }

    [Fact]
    public async Task All_services_are_ready_and_named()
    {
        foreach (var (service, name) in new[]
        {
            (_suite.Gateway, "gateway"),
            (_suite.LiquidationHeatmap, "liquidation-heatmap"),
            (_suite.FundingDerivatives, "funding-derivatives"),
            (_suite.PaperExchange, "paper-exchange"),
        })
        {
            // An analysis first: a service is ready when it knows what is listed.
            await _suite.GetAsync(_suite.LiquidationHeatmap, "/analyze/BTCUSDT");
            await _suite.GetAsync(_suite.FundingDerivatives, "/analyze/BTCUSDT");
            var health = await _suite.GetAsync(service, "/health");

            health.GetProperty("service").GetString().ShouldBe(name);
            health.GetProperty("status").GetString().ShouldBe("healthy");
            health.GetProperty("port").GetInt32().ShouldBe(service.Port);
            await _suite.GetAsync(service, "/health/live");
            await _suite.GetAsync(service, "/health/ready");
            await _suite.GetAsync(service, "/swagger/v1/swagger.json");
        }
    }
}
