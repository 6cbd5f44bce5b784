using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OmnipotentFutures.Analysis.Answers;
using OmnipotentFutures.Analysis.Localization;
using OmnipotentFutures.Binance;
using OmnipotentFutures.Binance.Errors;

namespace OmnipotentFutures.Analysis.Watch;

/// <summary>Keeps the watch list warm: while anybody is there, asks for each of its analyses shortly before the present one expires; while nobody is, now and
/// then, so that whoever comes waits for the prices of this moment at most. What is asked of the exchange for it is a refresh, which leaves room for callers, and
/// while the exchange fails nothing is.</summary>
/// <typeparam name="TReport">Contract of the analysis.</typeparam>
internal sealed partial class WatchKeeper<TReport>(
    WatchList list, AnalysisRunner<TReport> runner, AnswerStore answers, ExchangeStatus status, TimeProvider clock, ILogger<WatchKeeper<TReport>> logger) : BackgroundService
{
    // Costs nothing while the answers are fresh.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.5);

    private static readonly TimeSpan IdleAfter = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan IdlePause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan FailurePause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var refreshing = Refreshing.Begin();
        IReadOnlyList<string> known = [];
        var refreshed = DateTimeOffset.MinValue;
        while (!stoppingToken.IsCancellationRequested)
        {
            var pause = Pause;
            var now = clock.GetUtcNow();
            if (status.Current.IsAnswering && (now - answers.LastAsked < IdleAfter || now - refreshed >= IdlePause))
            {
                try
                {
                    var symbols = await list.GetAsync(stoppingToken);
                    if (!symbols.SequenceEqual(known))
                    {
                        LogWatching(symbols);
                        known = symbols;
                    }

                    pause = await RefreshAsync(symbols, stoppingToken) ? Pause : FailurePause;
                    refreshed = now;
                }
                catch (BinanceException)
                {
                    // The exchange's own watch tells the log that it fails.
                    pause = FailurePause;
                }
            }

            await Task.Delay(pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // One after the other: nobody waits, and callers' own calls find their way in between.
    private async Task<bool> RefreshAsync(IReadOnlyList<string> symbols, CancellationToken stoppingToken)
    {
        var query = new AnalysisQuery(Language.Turkish, Together: symbols.Count);
        foreach (var symbol in symbols)
        {
            var outcome = await runner.RunAsync(symbol, query, stoppingToken);
            if (outcome.Error is not null)
            {
                return false;
            }
        }

        return true;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Kept warm: {Symbols}")]
    private partial void LogWatching(IReadOnlyList<string> symbols);
}
