using OmnipotentFutures.Binance;
using OmnipotentFutures.Binance.Errors;

namespace OmnipotentFutures.FundingDerivatives.Inputs;

/// <summary>Keeps at hand what an analysis must know before its first call: the funding rules, and with them which settlements to ask for, and the
/// exchange's clock. Two weight a minute and a call of the funding scope every five.</summary>
internal sealed class MarketWatch(MarketLists market, BinanceFuturesClient futures, ExchangeTime time, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan FailurePause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            // Costs nothing while they are fresh; a failure is logged where it happens.
            var rules = await market.FundingRulesAsync(stoppingToken);
            var isSet = await TrySetClockAsync(stoppingToken);
            await Task.Delay(isSet && !rules.HasFailed ? Pause : FailurePause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<bool> TrySetClockAsync(CancellationToken cancellationToken)
    {
        try
        {
            time.Set((await futures.GetTimeAsync(cancellationToken)).Time);
            return true;
        }
        catch (BinanceException)
        {
            // The exchange's own watch tells the log that it fails; until it answers the last known distance holds.
            return false;
        }
    }
}
