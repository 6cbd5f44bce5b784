using OmnipotentFutures.FundingDerivatives.Model.Funding;

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

    /// <summary>Percentile of the rate in its own history from which each level may hold when longs pay, mirrored when shorts pay; percent.</summary>
    public LevelFloors Percentiles { get; set; } = new() { Elevated = 90, High = 95, Extreme = 99 };

    /// <summary>Size of the rate from which each level may hold when longs pay.</summary>
    public LevelFloors LongsPay { get; set; } = new() { Elevated = 0.02m, High = 0.03m, Extreme = 0.05m };

    /// <summary>The same when shorts pay. Negative funding is rarer, so the floors are lower.</summary>
    public LevelFloors ShortsPay { get; set; } = new() { Elevated = 0.005m, High = 0.01m, Extreme = 0.02m };

    /// <summary>Settlements that a percentile takes.</summary>
    public int MinHistory { get; set; } = 60;

    /// <summary>How far the percentile may fall below a level's entry before the level is left, points.</summary>
    public decimal PercentileSlack { get; set; } = 5;

    /// <summary>Share of a level's floor below which the level is left, percent.</summary>
    public decimal FloorShare { get; set; } = 80;

    /// <summary>Share of the cap or floor from which the level is EXTREME whatever the percentile, percent.</summary>
    public decimal CapUtilisation { get; set; } = 75;

    /// <summary>Share of the coming settlement that must be fixed before the running estimate alone makes the level EXTREME, percent.</summary>
    public decimal EarlyEstimate { get; set; } = 25;

    /// <summary>Hours after an alert in which the same one is not fired again; at least one funding interval.</summary>
    public int AlertCooldownHours { get; set; } = 8;

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

    /// <summary>The part that grades funding, in the model's units.</summary>
    internal LevelRules ToRules() => new()
    {
        Ranks = Percentiles.ToFractions(),
        LongsPayFloors = LongsPay.ToFractions(),
        ShortsPayFloors = ShortsPay.ToFractions(),
        MinHistory = MinHistory,
        RankSlack = (double)PercentileSlack / 100,
        FloorShare = (double)FloorShare / 100,
        CapUtilisation = (double)CapUtilisation / 100,
        EarlyShare = (double)EarlyEstimate / 100,
        CooldownHours = AlertCooldownHours,
    };
}

/// <summary>Where each level begins, percent: sizes of the funding rate per 8 hours without sign, or percentiles.</summary>
public sealed class LevelFloors
{
    /// <summary>From here ELEVATED.</summary>
    public decimal Elevated { get; set; }

    /// <summary>From here HIGH.</summary>
    public decimal High { get; set; }

    /// <summary>From here EXTREME.</summary>
    public decimal Extreme { get; set; }

    internal LevelSteps ToFractions() => new((double)Elevated / 100, (double)High / 100, (double)Extreme / 100);
}
