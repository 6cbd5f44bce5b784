using System.Text.Json.Serialization;

namespace OmnipotentFutures.Binance.Models;

/// <summary>Best bid and ask. An empty side is sent as zero.</summary>
public sealed record BookTicker
{
    /// <summary>The contract or spot pair.</summary>
    public required string Symbol { get; init; }

    /// <summary>Best bid, quote units.</summary>
    public decimal? BidPrice { get; init; }

    /// <summary>Size at the best bid, base units. Wire name <c>bidQty</c>.</summary>
    [JsonPropertyName("bidQty")]
    public decimal? BidQuantity { get; init; }

    /// <summary>Best ask, quote units.</summary>
    public decimal? AskPrice { get; init; }

    /// <summary>Size at the best ask, base units. Wire name <c>askQty</c>.</summary>
    [JsonPropertyName("askQty")]
    public decimal? AskQuantity { get; init; }

    /// <summary>Unix ms of the reading; null on spot.</summary>
    public long? Time { get; init; }

    /// <summary>Id of the book's last change; undocumented, null on spot.</summary>
    public long? LastUpdateId { get; init; }

    /// <summary>Middle between bid and ask, quote units; null when a side is empty.</summary>
    public decimal? MidPrice => BidPrice > 0 && AskPrice > 0 ? (BidPrice + AskPrice) / 2 : null;
}
