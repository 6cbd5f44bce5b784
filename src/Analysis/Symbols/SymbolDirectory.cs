using OmnipotentFutures.Analysis.Caching;
using OmnipotentFutures.Binance;
using OmnipotentFutures.Binance.Errors;

namespace OmnipotentFutures.Analysis.Symbols;

/// <summary>What the exchange lists, so that a symbol that is not costs no call.</summary>
public sealed class SymbolDirectory(BinanceFuturesClient futures, SingleFlightCache cache)
{
    private static readonly CachePolicy Policy = new(Fresh: TimeSpan.FromMinutes(10), Keep: TimeSpan.FromHours(24));

    /// <summary>The present list.</summary>
    /// <param name="cancellationToken">Ends the caller's wait.</param>
    /// <returns>The list.</returns>
    /// <exception cref="BinanceException">There is no list yet and the exchange does not answer.</exception>
    public async Task<SymbolList> GetAsync(CancellationToken cancellationToken)
    {
        var cached = await cache.GetAsync(
            "exchange-info", Policy, async token => new SymbolList((await futures.GetExchangeInfoAsync(token)).Symbols), cancellationToken);
        return cached.Value;
    }
}
