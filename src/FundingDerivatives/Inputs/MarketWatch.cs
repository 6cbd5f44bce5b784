namespace OmnipotentFutures.FundingDerivatives.Inputs;

/// <summary>Keeps at hand what an analysis must know before its first call: the funding rules, and with them which settlements to ask for. A call of the
/// funding scope every five minutes.</summary>
internal sealed class MarketWatch(MarketLists market, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);
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
