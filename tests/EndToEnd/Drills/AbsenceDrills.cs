namespace OmnipotentFutures.EndToEnd.Drills;

/// <summary>The exchange is not there, at the start or for a while.</summary>
public sealed class AbsenceDrills
{
    private const string Line = "The exchange does not answer: \"?Unavailable";
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(6);

    [Fact]
    public async Task A_service_that_finds_no_exchange_says_so_and_serves_when_it_comes()
    {
        await using var suite = await DrillSuite.StartAsync(withExchange: false);
        foreach (var service in suite.Services)
        {
            await service.RefusedAsync("BTCUSDT", 502, "upstream_unavailable");
            (await service.GetAsync("/health/ready", 503)).TextAt("status").ShouldBe("unhealthy");
            (await service.GetAsync("/health/live")).TextAt("status").ShouldBe("healthy");
            var log = OperatorLog.FromTheStart(service);
            await log.ShouldSayOnceAsync(Line);
        }

        await suite.StartExchangeAsync();
        suite.Clock.Skip(Pause);
        foreach (var service in suite.Services)
        {
            await Eventually.TrueAsync("fresh answers", () => service.IsFreshAsync("BTCUSDT"));
            (await service.GetAsync("/health/ready")).TextAt("status").ShouldBe("healthy");
        }
    }

    [Fact]
    public async Task An_exchange_that_stops_and_comes_back_at_the_same_address_is_found_again()
    {
        await using var suite = await DrillSuite.StartAsync();
        await FailureDrill.RunAsync(
            suite, "ETHUSDT", suite.StopExchangeAsync, suite.StartExchangeAsync, new(502, "upstream_unavailable", "not reachable", Line, Pause));
    }
}
