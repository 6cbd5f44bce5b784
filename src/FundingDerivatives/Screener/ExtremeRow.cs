using System.Text.Json.Serialization;
using OmnipotentFutures.FundingDerivatives.Contracts;

namespace OmnipotentFutures.FundingDerivatives.Screener;

/// <summary>A contract whose funding is extreme now: one side is crowded and pays dearly for it. It forecasts no direction.</summary>
public sealed record ExtremeRow
{
    /// <summary>The contract, in the exchange's spelling.</summary>
    public required string Symbol { get; init; }

    /// <summary>Who pays.</summary>
    public required FundingSide Side { get; init; }

    /// <summary>Running estimate of the coming settlement, percent per interval; positive: longs pay shorts.</summary>
    public required decimal Rate { get; init; }

    /// <summary>The same over 8 hours, percent; null while the interval is not known.</summary>
    [JsonPropertyName("rate_8h")]
    public required decimal? Rate8Hours { get; init; }

    /// <summary>The same over a year without compounding, percent; null while the interval is not known.</summary>
    public required decimal? Apr { get; init; }

    /// <summary>Share of the cap, or of the floor, that the rate uses, percent; null when it is not known.</summary>
    public required decimal? CapUtilisation { get; init; }

    /// <summary>Where the rate over 8 hours stands among the contract's settlements of 90 days, percent, ties counted half; null without any.</summary>
    public required decimal? Percentile { get; init; }

    /// <summary>How many settlements that is among.</summary>
    public required int N { get; init; }

    /// <summary>What the level rests on, as in <c>funding_rate.level_reasons</c>.</summary>
    public required IReadOnlyList<LevelReason> Reasons { get; init; }

    /// <summary>The same in a sentence.</summary>
    public required string Signal { get; init; }

    /// <summary>Coming settlement, Unix ms; null when there is none.</summary>
    public required long? NextFundingTime { get; init; }

    /// <summary>Traded in 24 hours, USDT; null when it is not known.</summary>
    [JsonPropertyName("volume_24h_usdt")]
    public required decimal? Volume24HoursUsdt { get; init; }
}

/// <summary>A contract whose rate is large enough to be extreme, of which it could not be told whether it is so for this contract.</summary>
public sealed record UnconfirmedRow
{
    /// <summary>The contract, in the exchange's spelling.</summary>
    public required string Symbol { get; init; }

    /// <summary>Who pays.</summary>
    public required FundingSide Side { get; init; }

    /// <summary>Running estimate of the coming settlement, percent per interval; positive: longs pay shorts.</summary>
    public required decimal Rate { get; init; }

    /// <summary>The same over 8 hours, percent.</summary>
    [JsonPropertyName("rate_8h")]
    public required decimal? Rate8Hours { get; init; }

    /// <summary>Settlements of 90 days that are known; null when they were not read.</summary>
    public required int? N { get; init; }

    /// <summary>Why it could not be told.</summary>
    public required UnconfirmedReason Reason { get; init; }

    /// <summary>Traded in 24 hours, USDT; null when it is not known.</summary>
    [JsonPropertyName("volume_24h_usdt")]
    public required decimal? Volume24HoursUsdt { get; init; }
}

/// <summary>Why it could not be told: <c>not_checked</c> (too many candidates at once; those of more volume were checked),
/// <c>settlements_unavailable</c> (the history could not be read) or <c>insufficient_history</c> (fewer than 60 settlements).</summary>
[JsonConverter(typeof(LowerCaseName<UnconfirmedReason>))]
public enum UnconfirmedReason
{
    /// <summary>Too many candidates at once.</summary>
    NotChecked,

    /// <summary>The history could not be read.</summary>
    SettlementsUnavailable,

    /// <summary>Too few settlements.</summary>
    InsufficientHistory,
}
