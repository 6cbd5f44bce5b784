namespace OmnipotentFutures.EndToEnd.Drills;

/// <summary>The exchange answers late, with errors, or with what is no answer.</summary>
public sealed class BadAnswerDrills(BadAnswerDrills.Fixture fixture) : IClassFixture<BadAnswerDrills.Fixture>
{
    // The circuit breaker leaves a failing exchange alone for two seconds.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

    [Theory]
    [InlineData("ETHUSDT", "status", 500, "Unavailable")]
    [InlineData("SOLUSDT", "status", 502, "Unavailable")]
    [InlineData("XRPUSDT", "status", 503, "Unavailable")]
    [InlineData("BNBUSDT", "malformed", null, "MalformedResponse")]
    [InlineData("DOGEUSDT", "truncated", null, "Unavailable|MalformedResponse")]
    [InlineData("ADAUSDT", "empty", null, "MalformedResponse")]
    [InlineData("AVAXUSDT", "no_rows", null, "MalformedResponse")]
    public Task No_usable_answer(string unknown, string kind, int? status, string cause) => RunAsync(
        unknown, new { kind, status }, new(502, "upstream_unavailable", "not reachable or gives no usable answer", Line(cause), Pause));

    [Fact]
    public Task No_answer_in_time() => RunAsync(
        "LINKUSDT", new { kind = "latency", latency_ms = 60_000 }, new(504, "upstream_timeout", "did not answer", Line("Timeout"), Pause) { TakesTime = true });

    [Fact]
    public Task Html_of_a_firewall() => RunAsync(
        "SUIUSDT", new { kind = "html", status = 403 },
        new(503, "upstream_rate_limited", "Retry-After", Line("Blocked"), TimeSpan.FromMinutes(2)));

    [Fact]
    public async Task A_late_answer_is_an_answer()
    {
        var suite = fixture.Suite;
        foreach (var service in suite.Services)
        {
            await Eventually.TrueAsync("a good answer before the drill", () => service.IsFreshAsync("BTCUSDT"));
        }

        var logs = await Task.WhenAll(suite.Services.Select(OperatorLog.FromNowOnAsync));
        await suite.BreakAsync(new { kind = "latency", latency_ms = 300 });
        suite.Clock.Skip(TimeSpan.FromSeconds(6));

        foreach (var service in suite.Services)
        {
            foreach (var symbol in new[] { "LTCUSDT", "BTCUSDT" })
            {
                (await service.AnalyzeAsync(symbol)).At("meta.stale").GetBoolean().ShouldBeFalse();
            }
        }

        await suite.MendAsync();
        foreach (var log in logs)
        {
            await log.ShouldBeCalmAsync();
        }
    }

    private static string Line(string cause) => $"The exchange does not answer: \"?({cause})";

    private Task RunAsync(string unknown, object fault, Failure expected) =>
        FailureDrill.RunAsync(fixture.Suite, unknown, () => fixture.Suite.BreakAsync(fault), fixture.Suite.MendAsync, expected);

    public sealed class Fixture : IAsyncLifetime
    {
        public DrillSuite Suite { get; private set; } = null!;

        public async Task InitializeAsync() => Suite = await DrillSuite.StartAsync();

        public async Task DisposeAsync() => await Suite.DisposeAsync();
    }
}
