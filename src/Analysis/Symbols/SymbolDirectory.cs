using OmnipotentFutures.Analysis.Caching;
using OmnipotentFutures.Binance;
using OmnipotentFutures.Binance.Endpoints;
using OmnipotentFutures.Binance.Errors;
using OmnipotentFutures.Binance.Models;

namespace OmnipotentFutures.Analysis.Symbols;

/// <summary>What the exchange lists, so that a symbol that is not costs no call.</summary>
public sealed class SymbolDirectory(BinanceFuturesClient futures, SingleFlightCache cache)
{
    private static readonly CachePolicy Policy = CachePolicy.For(TimeSpan.FromMinutes(10));

    /// <summary>The present list.</summary>
    /// <param name="cancellationToken">Ends the caller's wait.</param>
    /// <returns>The list.</returns>
    /// <exception cref="BinanceException">There is no list yet and the exchange does not answer.</exception>
    public async Task<SymbolList> GetAsync(CancellationToken cancellationToken)
    {
        var cached = await cache.GetAsync("exchange-info", Policy, FetchAsync, cancellationToken);
        return cached.Value;
    }

    private async Task<SymbolList> FetchAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<FuturesSymbol?>? symbols = (await futures.GetExchangeInfoAsync(cancellationToken)).Symbols;

        // An exchange lists something: to believe an empty list is to call every symbol unknown until the next one.
        return symbols is { Count: > 0 } && !symbols.Contains(null)
            ? new SymbolList(symbols!)
            : throw new BinanceException(BinanceErrorKind.MalformedResponse, FuturesEndpoints.ExchangeInfo.Path, "the answer lists no contracts");
    }
}
