using System.Text.Json.Serialization;

namespace OmnipotentFutures.Binance.Models;

/// <summary>A funding settlement.</summary>
public sealed record FundingRate
{
    /// <summary>The contract.</summary>
    public required string Symbol { get; init; }

    /// <summary>Unix ms of the settlement, some milliseconds after the full hour at times.</summary>
    public required long FundingTime { get; init; }

    /// <summary>Rate that was paid, a fraction per interval; positive: longs paid shorts. Wire name <c>fundingRate</c>.</summary>
    [JsonPropertyName("fundingRate")]
    public decimal? Rate { get; init; }

    /// <summary>Mark price at the settlement; null in old rows.</summary>
    public decimal? MarkPrice { get; init; }

    /// <summary>Regular, or Special for a stock dividend; both can share a time. Since 2026-07-23.</summary>
    public string? RateType { get; init; }
}
