using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OmnipotentFutures.Analysis.Symbols;
using OmnipotentFutures.Binance;
using OmnipotentFutures.Binance.Errors;

namespace OmnipotentFutures.Analysis.Exchange;

/// <summary>Keeps the list of symbols at hand, and while the exchange fails asks it for the time every few seconds, so that a service without
/// callers finds out that it is back.</summary>
internal sealed partial class ExchangeWatch(
    SymbolDirectory directory, BinanceFuturesClient futures, ExchangeStatus status, ExchangeSource source, TimeProvider clock, ILogger<ExchangeWatch> logger)
    : BackgroundService
{
    private static readonly TimeSpan CalmPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan FailurePause = TimeSpan.FromSeconds(3);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        bool? answering = null;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (status.Current is { LastSuccess: not null, IsAnswering: false })
                {
                    await futures.GetTimeAsync(stoppingToken);
                }

                var listed = await directory.GetAsync(stoppingToken);
                if (answering != true)
                {
                    LogAnswering(source.Name, listed.All.Count);
                }

                answering = true;
            }
            catch (BinanceException failure)
            {
                if (answering != false)
                {
                    LogFailing(failure.Kind, failure.Message);
                }

                answering = false;
            }

            await Task.Delay(answering == true ? CalmPause : FailurePause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The exchange answers ({Source}): {Symbols} symbols are listed")]
    private partial void LogAnswering(string source, int symbols);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The exchange does not answer: {Kind}, {Reason}")]
    private partial void LogFailing(BinanceErrorKind kind, string reason);
}
