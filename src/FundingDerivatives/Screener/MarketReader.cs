using OmnipotentFutures.Analysis.Symbols;
using OmnipotentFutures.Binance.Endpoints;
using OmnipotentFutures.Binance.Errors;
using OmnipotentFutures.FundingDerivatives.Inputs;

namespace OmnipotentFutures.FundingDerivatives.Screener;

/// <summary>Reads the whole market, all lists side by side, and keeps the table made of them as long as they are the same. Cold it costs 51 weight of
/// futures, 4 of spot and 1 funding call.</summary>
internal sealed class MarketReader(SymbolDirectory directory, MarketLists market)
{
    private ScreenerTable? _latest;

    /// <summary>Reads the market.</summary>
    /// <param name="cancellationToken">Ends the caller's wait.</param>
    /// <exception cref="BinanceException">There are neither contracts nor rates: nothing useful can be said.</exception>
    public async Task<(MarketInputs Inputs, ScreenerTable Table)> ReadAsync(CancellationToken cancellationToken)
    {
        var premiums = market.RequirePremiumsAsync(cancellationToken);
        var tickers = market.TickersAsync(cancellationToken);
        var rules = market.FundingRulesAsync(cancellationToken);
        var prices = market.PricesInUsdtAsync(cancellationToken);
        var listed = directory.GetAsync(cancellationToken);
        await Task.WhenAll(premiums, tickers, rules, prices, listed);

        var inputs = new MarketInputs(await listed, await premiums, await tickers, await rules, await prices);
        if (inputs.Premiums.Value is null or { Count: 0 })
        {
            throw new BinanceException(BinanceErrorKind.MalformedResponse, FuturesEndpoints.PremiumIndex.Path, "the answer lists no contracts");
        }

        // Two callers at once may both make it: it is the same table.
        return (inputs, _latest is { } kept && kept.IsMadeOf(inputs) ? kept : _latest = new ScreenerTable(inputs));
    }
}
