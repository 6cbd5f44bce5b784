using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OmnipotentFutures.Analysis.Symbols;
using OmnipotentFutures.Binance;
using OmnipotentFutures.Binance.Errors;

namespace OmnipotentFutures.Analysis.Exchange;

/// <summary>Keeps the list of symbols and the exchange's clock at hand. While the exchange fails it is asked for the time every few seconds, so that a service
/// without callers finds out that it is back. Two weight a minute while all is well.</summary>
internal sealed partial class ExchangeWatch(
    SymbolDirectory directory,
    BinanceFuturesClient futures,
    ExchangeStatus status,
    ExchangeTime time,
    ExchangeSource source,
    TimeProvider clock,
    ILogger<ExchangeWatch> logger)
    : BackgroundService
{
    private static readonly TimeSpan ClockPause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan CalmPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan FailurePause = TimeSpan.FromSeconds(3);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        bool? answering = null;
        var clockSet = DateTimeOffset.MinValue;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (clock.GetUtcNow() - clockSet >= ClockPause || status.Current is { LastSuccess: not null, IsAnswering: false })
                {
                    time.Set((await futures.GetTimeAsync(stoppingToken)).Time);
                    clockSet = clock.GetUtcNow();
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
