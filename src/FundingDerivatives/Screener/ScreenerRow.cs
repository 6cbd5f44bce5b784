using System.Text.Json.Serialization;
using OmnipotentFutures.FundingDerivatives.Contracts;

namespace OmnipotentFutures.FundingDerivatives.Screener;

/// <summary>A perpetual that trades, as the screener shows it. What the exchange does not say is null.</summary>
public sealed record ScreenerRow
{
    /// <summary>The contract, in the exchange's spelling.</summary>
    public required string Symbol { get; init; }

    /// <summary>Base asset, such as BTC or 1000PEPE.</summary>
    public required string BaseAsset { get; init; }

    /// <summary>Quote asset, such as USDT.</summary>
    public required string QuoteAsset { get; init; }

    /// <summary>Running estimate of the coming settlement, percent per interval; positive: longs pay shorts. Null when there is none.</summary>
    public required decimal? Rate { get; init; }

    /// <summary>Hours between settlements; null while the exchange's funding rules cannot be read.</summary>
    public required int? IntervalHours { get; init; }

    /// <summary>How the interval is known: <c>funding_info</c>, or <c>assumed</c> where the exchange publishes no rule for the contract; null with it.</summary>
    public required IntervalSource? IntervalSource { get; init; }

    /// <summary>The running estimate over 8 hours, percent; null while the interval is assumed.</summary>
    [JsonPropertyName("rate_8h")]
    public required decimal? Rate8Hours { get; init; }

    /// <summary>The running estimate over a year without compounding, percent; null while the interval is assumed.</summary>
    public required decimal? Apr { get; init; }

    /// <summary>Highest rate the exchange allows, percent per interval.</summary>
    public required decimal? Cap { get; init; }

    /// <summary>Lowest rate the exchange allows, percent per interval.</summary>
    public required decimal? Floor { get; init; }

    /// <summary>Share of the cap, or of the floor when the rate is negative, that the rate uses, percent.</summary>
    public required decimal? CapUtilisation { get; init; }

    /// <summary>Coming settlement, Unix ms; null when there is none.</summary>
    public required long? NextFundingTime { get; init; }

    /// <summary>Seconds until it at the time of the answer, 0 once it has passed.</summary>
    public required long? SecondsToFunding { get; init; }

    /// <summary>Mark price, quote units.</summary>
    public required decimal? MarkPrice { get; init; }

    /// <summary>Index price, quote units.</summary>
    public required decimal? IndexPrice { get; init; }

    /// <summary>Mark price over index price minus 1, percent.</summary>
    public required decimal? IndexBasis { get; init; }

    /// <summary>Price of the last trade, quote units.</summary>
    public required decimal? Price { get; init; }

    /// <summary>Change of the price over 24 hours, percent.</summary>
    [JsonPropertyName("price_change_24h")]
    public required decimal? PriceChange24Hours { get; init; }

    /// <summary>Traded in 24 hours, USDT; of another quote asset at its spot price.</summary>
    [JsonPropertyName("volume_24h_usdt")]
    public required decimal? Volume24HoursUsdt { get; init; }

    /// <summary>Whether anything essential is missing.</summary>
    public required ScreenerStatus Status { get; init; }

    /// <summary>What is missing first; null when nothing is.</summary>
    public required ScreenerGap? Reason { get; init; }
}

/// <summary>State of a row: <c>ok</c> or <c>missing</c>.</summary>
[JsonConverter(typeof(LowerCaseName<ScreenerStatus>))]
public enum ScreenerStatus
{
    /// <summary>Nothing essential is missing.</summary>
    Ok,

    /// <summary>Something essential is missing.</summary>
    Missing,
}

/// <summary>What a row lacks: <c>premium_index_missing</c> (the exchange's list of mark prices and rates leaves the contract out),
/// <c>funding_rate_missing</c> (it is listed without a running rate), <c>ticker_missing</c> (the list of 24-hour statistics leaves it out),
/// <c>ticker_unavailable</c> (that list could not be read) or <c>interval_assumed</c> (the exchange publishes no interval: <c>/analyze</c> infers it from
/// settlements).</summary>
[JsonConverter(typeof(LowerCaseName<ScreenerGap>))]
public enum ScreenerGap
{
    /// <summary>Neither mark price nor rate.</summary>
    PremiumIndexMissing,

    /// <summary>Mark price without a running rate.</summary>
    FundingRateMissing,

    /// <summary>No 24-hour statistics of the contract.</summary>
    TickerMissing,

    /// <summary>No 24-hour statistics at all.</summary>
    TickerUnavailable,

    /// <summary>The interval is not known, and with it neither the rate over 8 hours nor the yearly one.</summary>
    IntervalAssumed,
}
