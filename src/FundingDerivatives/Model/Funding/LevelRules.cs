namespace OmnipotentFutures.FundingDerivatives.Model.Funding;

/// <summary>Where crowding levels begin and end. Defaults: research page funding-derivatives, section 2.4.</summary>
internal sealed record LevelRules
{
    /// <summary>Ranks within the contract's own history when longs pay, 0 to 1; mirrored when shorts pay.</summary>
    public LevelSteps Ranks { get; init; } = new(0.90, 0.95, 0.99);

    /// <summary>Sizes of the rate when longs pay, fractions per 8 hours.</summary>
    public LevelSteps LongsPayFloors { get; init; } = new(0.0002, 0.0003, 0.0005);

    /// <summary>Sizes of the rate when shorts pay, fractions per 8 hours without sign.</summary>
    public LevelSteps ShortsPayFloors { get; init; } = new(0.00005, 0.0001, 0.0002);

    /// <summary>Days of settlements that a rate is ranked against.</summary>
    public int HistoryDays { get; init; } = 90;

    /// <summary>Settlements that ranking takes.</summary>
    public int MinHistory { get; init; } = 60;

    /// <summary>How far the rank may fall below its entry before a level is left.</summary>
    public double RankSlack { get; init; } = 0.05;

    /// <summary>Share of its floor, and of <see cref="CapUtilisation"/>, below which a level is left.</summary>
    public double FloorShare { get; init; } = 0.8;

    /// <summary>Share of the room to the cap or floor from which the level is EXTREME whatever the rank.</summary>
    public double CapUtilisation { get; init; } = 0.75;

    /// <summary>Fixed share of a running estimate below which it neither makes the level EXTREME nor ends an alert: it is a few points of noise.</summary>
    public double EarlyShare { get; init; } = 0.25;

    /// <summary>Days over which alerts are told.</summary>
    public int AlertDays { get; init; } = 30;

    /// <summary>Hours after an alert in which the same one is not fired again; at least one funding interval.</summary>
    public int CooldownHours { get; init; } = 8;

    /// <summary>Sizes from which the levels of a side begin, fractions per 8 hours without sign.</summary>
    public LevelSteps FloorsOf(PayingSide side) => side == PayingSide.Shorts ? ShortsPayFloors : LongsPayFloors;
}
