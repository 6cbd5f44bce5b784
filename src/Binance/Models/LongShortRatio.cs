using System.Text.Json.Serialization;

namespace OmnipotentFutures.Binance.Models;

/// <summary>A reading of one of the three long/short ratios. Shares have 4 decimals and need not add up to 1.</summary>
public sealed record LongShortRatio
{
    /// <summary>The contract.</summary>
    public string? Symbol { get; init; }

    /// <summary>Longs over shorts. Wire name <c>longShortRatio</c>.</summary>
    [JsonPropertyName("longShortRatio")]
    public decimal? Ratio { get; init; }

    /// <summary>Share of longs, a fraction; by accounts or by positions, as the endpoint says. Wire name <c>longAccount</c>.</summary>
    [JsonPropertyName("longAccount")]
    public decimal? LongShare { get; init; }

    /// <summary>Share of shorts, a fraction. Wire name <c>shortAccount</c>.</summary>
    [JsonPropertyName("shortAccount")]
    public decimal? ShortShare { get; init; }

    /// <summary>Unix ms of the reading.</summary>
    public required long Timestamp { get; init; }
}
