namespace OmnipotentFutures.FundingDerivatives.Inputs;

/// <summary>Keeps the funding rules at hand, so that an analysis knows the interval, and with it which settlements to ask for, before its first call. One
/// call of the funding scope every five minutes.</summary>
internal sealed class RulesWatch(MarketLists market, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan FailurePause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            // Costs nothing while they are fresh; a failure is logged where it happens.
            var rules = await market.FundingRulesAsync(stoppingToken);
            await Task.Delay(rules.HasFailed ? FailurePause : Pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
