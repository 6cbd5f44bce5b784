using OmnipotentFutures.Analysis.Caching;
using OmnipotentFutures.Binance;
using OmnipotentFutures.Binance.Errors;
using OmnipotentFutures.Binance.Models;
using OmnipotentFutures.LiquidationHeatmap.Brackets;

namespace OmnipotentFutures.LiquidationHeatmap;

/// <summary>Gathers a contract's history and present price, brings its book up to them, and keeps what is read for as long as the price is fresh:
/// whoever asks within that time, and for whatever, gets the same book.</summary>
internal sealed class AssessmentReader(
    BinanceFuturesClient futures, SingleFlightCache cache, MarketHistory history, BracketDirectory directory, BookKeeper books, TimeProvider clock)
{
    private static readonly CachePolicy Policy = CachePolicy.For(TimeSpan.FromSeconds(5));

    /// <summary>Reads a contract.</summary>
    /// <exception cref="BinanceException">Prices or open interest could not be had.</exception>
    public Task<Cached<Assessment>> ReadAsync(FuturesSymbol symbol, CancellationToken cancellationToken) =>
        cache.GetAsync($"assessment/{symbol.Symbol}", Policy, token => AssessAsync(symbol, token), cancellationToken);

    private async Task<Assessment> AssessAsync(FuturesSymbol symbol, CancellationToken cancellationToken)
    {
        var premium = GetPremiumIndexAsync(symbol.Symbol, cancellationToken);
        var past = history.GetAsync(symbol.Symbol, cancellationToken);
        var brackets = directory.GetAsync(symbol.Symbol, cancellationToken);
        await Task.WhenAll(premium, past, brackets);

        var input = new LiquidationInput(symbol, await premium, clock.GetUtcNow().ToUnixTimeMilliseconds(), await past, await brackets);
        return new Assessment(input, input is { HasOpenInterest: true, Price: { } price } ? Read(input, (double)price) : null);
    }

    private BookReading Read(LiquidationInput input, double price)
    {
        var replay = books.Of(input.Symbol.Symbol).Read(input.Brackets.Ladder, input.History.Bars);
        return new BookReading(input, replay, books.Parameters, price);
    }

    private async Task<PremiumIndex?> GetPremiumIndexAsync(string symbol, CancellationToken cancellationToken)
    {
        try
        {
            return await futures.GetPremiumIndexAsync(symbol, cancellationToken);
        }
        catch (BinanceException failure) when (failure.MeansNoData)
        {
            return null;
        }
    }
}
