using Microsoft.Extensions.Options;
using OmnipotentFutures.Analysis.Caching;
using OmnipotentFutures.Analysis.Symbols;
using OmnipotentFutures.Binance;
using OmnipotentFutures.Binance.Errors;

namespace OmnipotentFutures.Analysis.Watch;

/// <summary>The contracts that are kept warm.</summary>
internal sealed class WatchList(BinanceFuturesClient futures, SymbolDirectory directory, SingleFlightCache cache, IOptions<WatchOptions> options)
{
    // Who is largest changes in hours, and the answer that tells is the dearest of all: 40 weight.
    private static readonly CachePolicy Ranking = CachePolicy.For(TimeSpan.FromHours(1));

    /// <summary>The contracts now.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="BinanceException">The largest are wanted and not known.</exception>
    public async Task<IReadOnlyList<string>> GetAsync(CancellationToken cancellationToken)
    {
        if (options.Value.Named is { Count: > 0 } named)
        {
            return named;
        }

        if (options.Value.Largest == 0)
        {
            return [];
        }

        var ranking = await cache.GetAsync("watch-list", Ranking, RankAsync, cancellationToken);
        return ranking.Value;
    }

    private async Task<string[]> RankAsync(CancellationToken cancellationToken)
    {
        var tickers = futures.GetTickers24hAsync(cancellationToken);
        var listed = (await directory.GetAsync(cancellationToken)).All.Where(symbol => symbol.IsTrading).Select(symbol => symbol.Symbol).ToHashSet();
        return
        [
            .. (await tickers)
                .Where(ticker => listed.Contains(ticker.Symbol))
                .OrderByDescending(ticker => ticker.QuoteVolume ?? 0)
                .Take(options.Value.Largest)
                .Select(ticker => ticker.Symbol),
        ];
    }
}
