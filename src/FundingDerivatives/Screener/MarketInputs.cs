using OmnipotentFutures.Analysis.Symbols;
using OmnipotentFutures.Binance.Models;
using OmnipotentFutures.FundingDerivatives.Inputs;

namespace OmnipotentFutures.FundingDerivatives.Screener;

/// <summary>Everything that the screener's table is made of.</summary>
/// <param name="Listed">What the exchange lists.</param>
/// <param name="Premiums">Mark prices, index prices and running funding estimates.</param>
/// <param name="Tickers">Rolling 24-hour statistics.</param>
/// <param name="FundingRules">Funding intervals, caps and floors.</param>
/// <param name="PricesInUsdt">Prices of assets, for volumes in other than USDT.</param>
internal sealed record MarketInputs(
    SymbolList Listed,
    Reading<IReadOnlyDictionary<string, PremiumIndex>> Premiums,
    Reading<IReadOnlyDictionary<string, Ticker24h>> Tickers,
    Reading<IReadOnlyDictionary<string, FundingInfo>> FundingRules,
    Reading<IReadOnlyDictionary<string, decimal>> PricesInUsdt)
{
    /// <summary>Whether any input is stale.</summary>
    public bool IsStale => Premiums.IsStale || Tickers.IsStale || FundingRules.IsStale || PricesInUsdt.IsStale;

    /// <summary>Whether the same answers of the exchange are in both, however stale they have become.</summary>
    /// <param name="other">Other inputs.</param>
    public bool HasSameData(MarketInputs other) =>
        ReferenceEquals(Listed, other.Listed)
        && ReferenceEquals(Premiums.Value, other.Premiums.Value)
        && ReferenceEquals(Tickers.Value, other.Tickers.Value)
        && ReferenceEquals(FundingRules.Value, other.FundingRules.Value)
        && ReferenceEquals(PricesInUsdt.Value, other.PricesInUsdt.Value);
}
