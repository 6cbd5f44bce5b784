namespace OmnipotentFutures.FundingDerivatives.Model.Funding;

/// <summary>Levels and alerts of a contract, replayed over its settlements. Nothing is stored: replicas, and a process after a restart, read the same
/// settlements and agree. Only what rests on the running estimate of the present interval depends on when it was looked at.</summary>
internal sealed record CrowdingReplay
{
    /// <summary>Level at each settlement of the history, ranked against the settlements before it.</summary>
    public required IReadOnlyList<Crowding> Settled { get; init; }

    /// <summary>Level of the running estimate; null without an estimate.</summary>
    public required Crowding? Present { get; init; }

    /// <summary>Alerts that stand or ended within the days of the rules, by their starts.</summary>
    public required IReadOnlyList<FundingAlert> Alerts { get; init; }

    /// <summary>What to hand in at the next look; null without an estimate.</summary>
    public required RememberedLevel? Remembered { get; init; }

    /// <summary>The hourly settlement in force that a settlement at the cap or floor brought; null when there is none.</summary>
    public required Shortening? Shortening { get; init; }
}
