using System.Text.Json.Serialization;

namespace OmnipotentFutures.FundingDerivatives.Contracts;

/// <summary>What the price did in the 24 hours after earlier times at a level. An interval that holds the unconditional mean says that the level told
/// nothing of the price.</summary>
public sealed record EvidenceReport
{
    /// <summary>Where the sample comes from.</summary>
    public required EvidenceSource Source { get; init; }

    /// <summary>The contract it was measured on.</summary>
    public required string Symbol { get; init; }

    /// <summary>First settlement of the sample, Unix ms; null when the sample is empty.</summary>
    public required long? From { get; init; }

    /// <summary>Last settlement of the sample, Unix ms; null when the sample is empty.</summary>
    public required long? To { get; init; }

    /// <summary>Settlements in the sample.</summary>
    public required int Sample { get; init; }

    /// <summary>What counts as an event.</summary>
    public required string Rule { get; init; }

    /// <summary>Events, at least 24 hours apart.</summary>
    public required int Events { get; init; }

    /// <summary>Mean return of the mark price over the following 24 hours, percent; null with fewer than 8 events.</summary>
    [JsonPropertyName("forward_24h_mean")]
    public required decimal? Forward24HoursMean { get; init; }

    /// <summary>Lower end of its 95 % interval, percent.</summary>
    [JsonPropertyName("forward_24h_low")]
    public required decimal? Forward24HoursLow { get; init; }

    /// <summary>Upper end of its 95 % interval, percent.</summary>
    [JsonPropertyName("forward_24h_high")]
    public required decimal? Forward24HoursHigh { get; init; }

    /// <summary>Share of events after which the price rose, percent; null with fewer than 8 events.</summary>
    public required decimal? UpShare { get; init; }

    /// <summary>Mean 24-hour return over the whole sample, percent; null without any.</summary>
    [JsonPropertyName("unconditional_24h_mean")]
    public required decimal? Unconditional24HoursMean { get; init; }

    /// <summary>Why there is no mean; null when there is one.</summary>
    public required string? Reason { get; init; }
}

/// <summary>Where evidence comes from: <c>own_history</c> (computed from the contract's own settlements) or <c>reference</c> (a fixed measurement on
/// BTCUSDT from 2022 to 2025, for thresholds as they are by default).</summary>
[JsonConverter(typeof(LowerCaseName<EvidenceSource>))]
public enum EvidenceSource
{
    /// <summary>Computed from the contract's own settlements.</summary>
    OwnHistory,

    /// <summary>A fixed measurement.</summary>
    Reference,
}
