using System.Text.Json.Serialization;

namespace OmnipotentFutures.FundingDerivatives.History;

/// <summary>A point of a history; the metric decides which numbers it has besides its time.</summary>
/// <param name="Time">Unix ms.</param>
[JsonDerivedType(typeof(FundingPoint))]
[JsonDerivedType(typeof(OpenInterestHistoryPoint))]
[JsonDerivedType(typeof(BasisHistoryPoint))]
[JsonDerivedType(typeof(LongShortPoint))]
public abstract record HistoryPoint([property: JsonPropertyOrder(-1)] long Time);

/// <summary>A settlement that was paid.</summary>
/// <param name="Time">The full hour of it, Unix ms.</param>
/// <param name="Rate">Percent per interval; positive: longs paid shorts.</param>
/// <param name="Rate8Hours">The same over 8 hours by the gap to the settlement before, percent; where that is no interval, by the one after it or the present one.</param>
/// <param name="MarkPrice">Mark price, quote units; null in old rows.</param>
public sealed record FundingPoint(long Time, decimal? Rate, [property: JsonPropertyName("rate_8h")] decimal? Rate8Hours, decimal? MarkPrice) : HistoryPoint(Time);

/// <summary>A reading of open interest.</summary>
/// <param name="Time">Unix ms.</param>
/// <param name="Contracts">Open contracts of one side, base units.</param>
/// <param name="ValueUsdt">Their value, USDT; null for a contract quoted in another asset: its price of that time is not known.</param>
/// <param name="ValueQuote">Their value, quote units.</param>
public sealed record OpenInterestHistoryPoint(long Time, decimal? Contracts, decimal? ValueUsdt, decimal? ValueQuote) : HistoryPoint(Time);

/// <summary>A reading of the basis.</summary>
/// <param name="Time">Unix ms.</param>
/// <param name="Basis">Futures price over index price minus 1, percent; not annualised.</param>
/// <param name="FuturesPrice">Price of the contract, quote units.</param>
/// <param name="IndexPrice">Index price, quote units.</param>
public sealed record BasisHistoryPoint(long Time, decimal? Basis, decimal? FuturesPrice, decimal? IndexPrice) : HistoryPoint(Time);

/// <summary>A reading of long and short accounts.</summary>
/// <param name="Time">Unix ms.</param>
/// <param name="GlobalAccounts">Long accounts over short accounts, over all accounts.</param>
/// <param name="LongAccount">Share of accounts that are long, percent.</param>
/// <param name="ShortAccount">Share of accounts that are short, percent.</param>
public sealed record LongShortPoint(long Time, decimal? GlobalAccounts, decimal? LongAccount, decimal? ShortAccount) : HistoryPoint(Time);
