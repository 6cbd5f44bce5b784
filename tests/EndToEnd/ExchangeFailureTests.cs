namespace OmnipotentFutures.EndToEnd;

/// <summary>The exchange misbehaves, and then behaves again.</summary>
public sealed class ExchangeFailureTests : IAsyncLifetime
{
    private SuiteUnderTest suite = null!;

    public async Task InitializeAsync() => suite = await SuiteUnderTest.StartSimulatedAsync();

    public async Task DisposeAsync() => await suite.DisposeAsync();

    [Theory]
    [InlineData("status", 503, 502, "upstream_unavailable")]
    [InlineData("status", 451, 503, "upstream_restricted_location")]
    [InlineData("malformed", null, 502, "upstream_unavailable")]
    [InlineData("truncated", null, 502, "upstream_unavailable")]
    public async Task A_failing_exchange_is_told_by_code_and_the_next_call_recovers(string kind, int? fault, int status, string code)
    {
        await suite.GetAsync(suite.Gateway, "/api/liquidation-heatmap?symbol=BTCUSDT");
        await suite.GetAsync(suite.Gateway, "/api/funding-derivatives?symbol=BTCUSDT");

        await suite.BreakAsync(new { kind, status = fault });
        foreach (var service in new[] { "liquidation-heatmap", "funding-derivatives" })
        {
            var answer = await suite.GetAsync(suite.Gateway, $"/api/{service}?symbol=ETHUSDT", status);
            answer.GetProperty("code").GetString().ShouldBe(code);
            answer.ToString().ShouldNotContain("   at ");
        }

        await suite.MendAsync();
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
        await suite.GetAsync(suite.Gateway, "/api/liquidation-heatmap?symbol=BTCUSDT");
        await suite.BreakAsync(new { path = "/fapi/v1/klines", kind, status = refusal });

        var answer = await suite.GetAsync(suite.LiquidationHeatmap, "/analyze/ETHUSDT", 503);
        answer.GetProperty("code").GetString().ShouldBe("upstream_rate_limited");

        await suite.MendAsync();
        var before = await KlineCallsAsync();
        await suite.GetAsync(suite.LiquidationHeatmap, "/analyze/SOLUSDT", 503);
        (await KlineCallsAsync()).ShouldBe(before);
    }

    private async Task<long> KlineCallsAsync() =>
        (await suite.GetAsync(suite.PaperExchange, "/paper/usage")).GetProperty("paths").GetProperty("/fapi/v1/klines").GetProperty("requests").GetInt64();

    // The circuit breaker leaves a failing exchange alone for two seconds: asking again until it is over is what a caller does.
    private async Task RecoveredAsync(string service)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            using var response = await suite.Http.GetAsync(new Uri(suite.Gateway, $"/api/{service}?symbol=ETHUSDT"), limit.Token);
            if (response.IsSuccessStatusCode)
            {
                return;
            }
        }
    }
}
