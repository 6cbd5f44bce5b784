using System.Text.Json;

namespace OmnipotentFutures.EndToEnd;

/// <summary>The exchange misbehaves, and then behaves again.</summary>
public sealed class ExchangeFailureTests : IAsyncLifetime
{
    private SuiteUnderTest _suite = null!;

    public async Task InitializeAsync() => _suite = await SuiteUnderTest.StartSimulatedAsync();

    public async Task DisposeAsync() => await _suite.DisposeAsync();

    [Theory]
    [InlineData("status", 503, 502, "upstream_unavailable")]
    [InlineData("status", 451, 503, "upstream_restricted_location")]
    [InlineData("malformed", null, 502, "upstream_unavailable")]
    [InlineData("truncated", null, 502, "upstream_unavailable")]
    public async Task A_failing_exchange_is_told_by_code_and_the_next_call_recovers(string kind, int? fault, int status, string code)
    {
        await _suite.GetAsync(_suite.Gateway, "/api/liquidation-heatmap?symbol=BTCUSDT");
        await _suite.GetAsync(_suite.Gateway, "/api/funding-derivatives?symbol=BTCUSDT");

        await _suite.BreakAsync(new { kind, status = fault });
        foreach (var service in new[] { "liquidation-heatmap", "funding-derivatives" })
        {
            var answer = await _suite.GetAsync(_suite.Gateway, $"/api/{service}?symbol=ETHUSDT", status);
            answer.GetProperty("code").GetString().ShouldBe(code);
            answer.ToString().ShouldNotContain("   at ");
        }

        await _suite.MendAsync();
        foreach (var service in new[] { "liquidation-heatmap", "funding-derivatives" })
        {
            await RecoveredAsync(service);
        }
    }

    [Theory]
    [InlineData("status", 429)]
    [InlineData("status", 418)]
    [InlineData("html", null)]
    public async Task A_refusing_exchange_is_left_alone(string kind, int? refusal)
    {
        await _suite.GetAsync(_suite.Gateway, "/api/liquidation-heatmap?symbol=BTCUSDT");
        await _suite.BreakAsync(new { path = "/fapi/v1/klines", kind, status = refusal });

        var answer = await _suite.GetAsync(_suite.LiquidationHeatmap, "/analyze/ETHUSDT", 503);
        answer.GetProperty("code").GetString().ShouldBe("upstream_rate_limited");

        await _suite.MendAsync();
        var before = await KlineCallsAsync();
        await _suite.GetAsync(_suite.LiquidationHeatmap, "/analyze/SOLUSDT", 503);
        (await KlineCallsAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Without_mark_price_history_traded_prices_stand_in_and_the_answer_says_so()
    {
        await _suite.BreakAsync(new { path = "/fapi/v1/markPriceKlines", kind = "status", status = 500 });

        var data = (await _suite.GetAsync(_suite.LiquidationHeatmap, "/analyze/BTCUSDT?lang=en")).GetProperty("data");

        data.GetProperty("zones").GetProperty("above_price").GetArrayLength().ShouldBeGreaterThan(0);
        Strings(data, "missing_inputs").ShouldBe(["mark_price_history"]);
        Codes(data).ShouldContain("mark_price_gaps");

        await _suite.MendAsync();
        await UntilAsync(async () => Strings((await _suite.GetAsync(_suite.LiquidationHeatmap, "/analyze/BTCUSDT")).GetProperty("data"), "missing_inputs") is []);
    }

    [Fact]
    public async Task Without_open_interest_history_there_are_no_levels_and_no_guesses()
    {
        await _suite.BreakAsync(new { path = "/futures/data/openInterestHist", kind = "no_rows" });

        var data = (await _suite.GetAsync(_suite.LiquidationHeatmap, "/analyze/BTCUSDT")).GetProperty("data");

        data.GetProperty("current_price").GetDecimal().ShouldBeGreaterThan(0);
        data.GetProperty("zones").GetProperty("above_price").GetArrayLength().ShouldBe(0);
        data.GetProperty("zones").GetProperty("below_price").GetArrayLength().ShouldBe(0);
        data.GetProperty("cascade_probability").GetProperty("upside").ValueKind.ShouldBe(JsonValueKind.Null);
        data.GetProperty("market_pressure").GetProperty("status").GetString().ShouldBe("UNKNOWN");
        Strings(data, "missing_inputs").ShouldContain("open_interest_history");
    }

    [Fact]
    public async Task A_known_symbol_is_answered_from_the_last_good_data_while_the_exchange_is_down()
    {
        await _suite.GetAsync(_suite.LiquidationHeatmap, "/analyze/BTCUSDT");
        await _suite.BreakAsync(new { kind = "status", status = 500 });

        await UntilAsync(async () =>
        {
            var meta = (await _suite.GetAsync(_suite.LiquidationHeatmap, "/analyze/BTCUSDT?lang=en")).GetProperty("data").GetProperty("meta");
            return meta.GetProperty("stale").GetBoolean();
        });
        Codes((await _suite.GetAsync(_suite.LiquidationHeatmap, "/analyze/BTCUSDT")).GetProperty("data")).ShouldContain("stale_data");
    }

    private static List<string> Strings(JsonElement data, string member) =>
        [.. data.GetProperty("meta").GetProperty(member).EnumerateArray().Select(input => input.GetString()!)];

    private static List<string> Codes(JsonElement data) =>
        [.. data.GetProperty("meta").GetProperty("warnings").EnumerateArray().Select(warning => warning.GetProperty("code").GetString()!)];

    // What is fresh stays fresh for seconds: asking again until it is over is what a caller does.
    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!await condition())
        {
            limit.Token.ThrowIfCancellationRequested();
        }
    }

    private async Task<long> KlineCallsAsync() =>
        (await _suite.GetAsync(_suite.PaperExchange, "/paper/usage")).GetProperty("paths").GetProperty("/fapi/v1/klines").GetProperty("requests").GetInt64();

    // The circuit breaker leaves a failing exchange alone for two seconds.
    private Task RecoveredAsync(string service) => UntilAsync(async () =>
    {
        using var response = await _suite.Http.GetAsync(new Uri(_suite.Gateway, $"/api/{service}?symbol=ETHUSDT"));
        return response.IsSuccessStatusCode;
    });
}
