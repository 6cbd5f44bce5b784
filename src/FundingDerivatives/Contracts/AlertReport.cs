using System.Text.Json.Serialization;

namespace OmnipotentFutures.FundingDerivatives.Contracts;

/// <summary>A state worth telling, from the settlement (or running estimate) it began with. What began with a settlement is replayed from the exchange's
/// settlements, so that replicas and a service after a restart tell the same; what is provisional began when this service first saw it, and begins anew with
/// the settlement that confirms it.</summary>
public sealed record AlertReport
{
    /// <summary>Names contract, metric, side and level: together with <see cref="FiredAt"/> one alert.</summary>
    public required string Key { get; init; }

    /// <summary>What it is about.</summary>
    public required AlertMetric Metric { get; init; }

    /// <summary>Who pays.</summary>
    public required FundingSide Side { get; init; }

    /// <summary>Highest level reached, HIGH or EXTREME.</summary>
    public required FundingLevel Level { get; init; }

    /// <summary>Whether it stands.</summary>
    public required AlertState State { get; init; }

    /// <summary>Start, Unix ms.</summary>
    public required long FiredAt { get; init; }

    /// <summary>End, Unix ms; null while it stands.</summary>
    public required long? ClearedAt { get; init; }

    /// <summary>Until then the same alert is not fired again, Unix ms.</summary>
    public required long CooldownUntil { get; init; }

    /// <summary>Whether it rests on the running estimate alone: the coming settlement confirms it or takes it back.</summary>
    public required bool Provisional { get; init; }

    /// <summary>What the level rested on at the start.</summary>
    public required IReadOnlyList<LevelReason> Reasons { get; init; }

    /// <summary>The alert in a sentence.</summary>
    public required string Reason { get; init; }
}

/// <summary>What an alert is about: <c>funding</c> (a side is crowded) or <c>funding_interval</c> (the contract settles every hour since a settlement at
/// the cap or floor).</summary>
[JsonConverter(typeof(LowerCaseName<AlertMetric>))]
public enum AlertMetric
{
    /// <summary>A side is crowded.</summary>
    Funding,

    /// <summary>The contract settles every hour.</summary>
    FundingInterval,
}

/// <summary>Whether an alert stands: <c>fired</c>, <c>cleared</c>, or <c>suppressed</c> (the same one fired less than the cooldown before).</summary>
[JsonConverter(typeof(LowerCaseName<AlertState>))]
public enum AlertState
{
    /// <summary>It stands.</summary>
    Fired,

    /// <summary>It has ended.</summary>
    Cleared,

    /// <summary>It stands and is not told again for now.</summary>
    Suppressed,
}
