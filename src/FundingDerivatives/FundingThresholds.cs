namespace OmnipotentFutures.FundingDerivatives;

/// <summary>Where one status ends and the next begins. Configuration section <c>FundingThresholds</c>, such as
/// <c>FundingThresholds__BasisDeadBand</c>. The defaults say how crowded a contract is, not where its price will go: on four years of BTC
/// settlements no funding level predicted a direction.</summary>
public sealed class FundingThresholds
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "FundingThresholds";

    /// <summary>From this funding upwards longs pay clearly more than the baseline of 0.01, percent per 8 hours.</summary>
    public decimal BullishRate { get; set; } = 0.015m;

    /// <summary>From this funding downwards shorts pay, percent per 8 hours.</summary>
    public decimal BearishRate { get; set; } = -0.005m;

    /// <summary>Levels when longs pay.</summary>
    public LevelFloors LongsPay { get; set; } = new() { Elevated = 0.02m, High = 0.03m, Extreme = 0.05m };

    /// <summary>Levels when shorts pay. Negative funding is rarer, so the floors are lower.</summary>
    public LevelFloors ShortsPay { get; set; } = new() { Elevated = 0.005m, High = 0.01m, Extreme = 0.02m };

    /// <summary>Half-width of the band around zero in which a basis is NORMAL while the contract has too little history of its own, percent.</summary>
    public decimal BasisDeadBand { get; set; } = 0.25m;

    /// <summary>Least half-width of that band once there is a history: what is smaller is not worth naming, percent.</summary>
    public decimal MinBasisDeadBand { get; set; } = 0.05m;

    /// <summary>A price that moved by less in 24 hours has not moved, percent.</summary>
    public decimal FlatPriceChange { get; set; } = 0.25m;

    /// <summary>Open interest that changed by less in 24 hours has not changed, percent of contracts.</summary>
    public decimal FlatOpenInterestChange { get; set; } = 0.5m;

    /// <summary>Distance between top accounts' positions and the crowd from which it is worth naming, percentage points.</summary>
    public decimal Divergence { get; set; } = 5m;

    /// <summary>Share of accounts on one side from which that side is heavy, percent, between 50 and 100.</summary>
    public decimal HeavyAccountShare { get; set; } = 60m;
}

/// <summary>Size of the funding rate from which each level holds, percent per 8 hours, without sign.</summary>
public sealed class LevelFloors
{
    /// <summary>From here ELEVATED.</summary>
    public decimal Elevated { get; set; }

    /// <summary>From here HIGH.</summary>
    public decimal High { get; set; }

    /// <summary>From here EXTREME.</summary>
    public decimal Extreme { get; set; }
}
