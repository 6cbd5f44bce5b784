namespace OmnipotentFutures.FundingDerivatives.Model.Funding;

/// <summary>A state worth telling, from the instant it began.</summary>
internal sealed record FundingAlert
{
    /// <summary>What it is about.</summary>
    public required AlertKind Kind { get; init; }

    /// <summary>The side that pays; for a shortened interval the side that paid at the change.</summary>
    public required PayingSide Side { get; init; }

    /// <summary>The highest level reached, HIGH or EXTREME.</summary>
    public required CrowdingLevel Level { get; init; }

    /// <summary>What the level rested on at the start.</summary>
    public required CrowdingReasons Reasons { get; init; }

    /// <summary>Start, Unix ms.</summary>
    public required long FiredAt { get; init; }

    /// <summary>End, Unix ms; null while it stands. An end after the last settlement rests on the running estimate.</summary>
    public long? ClearedAt { get; init; }

    /// <summary>Whether it ended because a higher level followed, which is an alert of its own.</summary>
    public bool IsEscalated { get; init; }

    /// <summary>Whether it rests on the running estimate and no settlement yet: the coming settlement confirms it or takes it back.</summary>
    public bool IsProvisional { get; init; }

    /// <summary>Start of the same alert that fired less than the cooldown before, Unix ms, which keeps this one from being told again; null when nothing
    /// does.</summary>
    public long? SuppressedByFiringAt { get; init; }
}
