using System.Text.Json.Serialization;

namespace OmnipotentFutures.Binance.Models;

/// <summary>Rolling statistics of the last 24 hours.</summary>
public sealed record Ticker24h
{
    /// <summary>The contract.</summary>
    public required string Symbol { get; init; }

    /// <summary>Change over 24 hours, quote units.</summary>
    public decimal? PriceChange { get; init; }

    /// <summary>Change over 24 hours, percent.</summary>
    public decimal? PriceChangePercent { get; init; }

    /// <summary>Mean price weighted by volume, quote units.</summary>
    [JsonPropertyName("weightedAvgPrice")]
    public decimal? WeightedAveragePrice { get; init; }

    /// <summary>Price of the last trade, quote units.</summary>
    public decimal? LastPrice { get; init; }

    /// <summary>Size of the last trade, base units. Wire name <c>lastQty</c>.</summary>
    [JsonPropertyName("lastQty")]
    public decimal? LastQuantity { get; init; }

    /// <summary>Price 24 hours ago, quote units.</summary>
    public decimal? OpenPrice { get; init; }

    /// <summary>Highest price, quote units.</summary>
    public decimal? HighPrice { get; init; }

    /// <summary>Lowest price, quote units.</summary>
    public decimal? LowPrice { get; init; }

    /// <summary>Base units traded.</summary>
    public decimal? Volume { get; init; }

    /// <summary>Quote units traded.</summary>
    public decimal? QuoteVolume { get; init; }

    /// <summary>Start of the window, Unix ms, rounded to the minute.</summary>
    public long? OpenTime { get; init; }

    /// <summary>End of the window, Unix ms.</summary>
    public long? CloseTime { get; init; }

    /// <summary>First trade's id.</summary>
    public long? FirstId { get; init; }

    /// <summary>Last trade's id.</summary>
    public long? LastId { get; init; }

    /// <summary>Number of trades. Wire name <c>count</c>.</summary>
    [JsonPropertyName("count")]
    public long? Trades { get; init; }
}
