namespace OmnipotentFutures.EndToEnd.Drills;

/// <summary>The exchange's clock and ours are a minute apart.</summary>
public sealed class ClockSkewDrills
{
    [Theory]
    [InlineData(60)]
    [InlineData(-60)]
    public async Task A_minute_between_the_clocks_changes_nothing(int seconds)
    {
        await using var suite = await DrillSuite.StartAsync(skew: TimeSpan.FromSeconds(seconds), isStanding: true);
        foreach (var service in suite.Services)
        {
            var log = OperatorLog.FromTheStart(service);
            var first = await service.AnalyzeAsync("BTCUSDT");
            first.At("meta.stale").GetBoolean().ShouldBeFalse();
            first.TextsAt("meta.missing_inputs").ShouldBeEmpty();
            // The analysis is of the exchange's time.
            var exchangeTime = (await suite.UsageAsync()).TimeAt("exchange_time");
            first.TimeAt("meta.as_of").ShouldBeInRange(exchangeTime - 10_000, exchangeTime);

            // What is fresh by one clock is not asked for again and again because of the other.
            var calls = await suite.CallsAsync();
            await service.AnalyzeAsync("BTCUSDT");
            (await suite.CallsAsync()).ShouldBe(calls);

            foreach (var _ in Enumerable.Range(0, 3))
            {
                suite.Clock.Skip(TimeSpan.FromMinutes(2));
                var next = await service.AnalyzeAsync("BTCUSDT");
                next.At("meta.stale").GetBoolean().ShouldBeFalse();
                next.TextsAt("meta.missing_inputs").ShouldBeEmpty();
                next.TimeAt("meta.as_of").ShouldBeGreaterThan(first.TimeAt("meta.as_of"));
            }

            await log.ShouldBeCalmAsync();
        }

        await suite.ShouldHaveKeptTheRulesAsync();
    }
}
