namespace OmnipotentFutures.FundingDerivatives.Model.Funding;

/// <summary>Grades how crowded the paying side is. A level takes both a high rank in the contract's own history and a rate that costs something: the rank
/// alone calls trifles extreme, the rate alone ignores what is usual for the contract. Near the cap or floor, or after the interval was shortened by the
/// paying side and that side still pays what ELEVATED takes, it is EXTREME whatever the rank. Source: research page funding-derivatives, sections 2.1 and
/// 2.4.</summary>
internal sealed class LevelRule(LevelRules rules)
{
    // Rates have 8 decimals per interval and ranks are ratios of counts: nearer than this two doubles mean the same number.
    private const double Tolerance = 1e-10;

    /// <summary>Grades an observation.</summary>
    /// <param name="observation">The observation.</param>
    /// <param name="previous">The one before it, for hysteresis; null at the start.</param>
    public Crowding Grade(LevelObservation observation, Crowding? previous)
    {
        var side = PayingSides.Of(observation.Per8Hours);
        var held = previous?.Side == side ? previous : null;
        var (level, reasons) = Enter(observation, side);
        if (Hold(observation, side, held) is var (heldLevel, heldReasons) && heldLevel > level)
        {
            (level, reasons) = (heldLevel, heldReasons | (reasons & CrowdingReasons.EarlyEstimate));
        }

        return new(side, level, reasons, observation.MidRank, observation.HistoryCount);
    }

    private (CrowdingLevel Level, CrowdingReasons Reasons) Enter(LevelObservation observation, PayingSide side)
    {
        var (level, reasons) = Ranked(observation, side, CrowdingLevel.Extreme, rankSlack: 0, floorShare: 1);
        var isShortened = side != PayingSide.Nobody && side == observation.ShortenedBy && Reaches(observation, rules.FloorsOf(side).Elevated);
        var isNearCap = observation.CapUtilisation >= rules.CapUtilisation;
        var early = CrowdingReasons.None;
        if ((level == CrowdingLevel.Extreme || isNearCap) && observation.FixedShare < rules.EarlyShare && !observation.FollowsExtreme)
        {
            (level, reasons) = Ranked(observation, side, CrowdingLevel.High, rankSlack: 0, floorShare: 1);
            isNearCap = false;
            early = CrowdingReasons.EarlyEstimate;
        }

        if (isShortened || isNearCap)
        {
            reasons = (level == CrowdingLevel.Extreme ? reasons : CrowdingReasons.None)
                | (isShortened ? CrowdingReasons.IntervalShortened : CrowdingReasons.None)
                | (isNearCap ? CrowdingReasons.CapUtilisation : CrowdingReasons.None);
            level = CrowdingLevel.Extreme;
        }

        return (level, reasons | early);
    }

    private (CrowdingLevel Level, CrowdingReasons Reasons) Hold(LevelObservation observation, PayingSide side, Crowding? held)
    {
        if (held is null)
        {
            return (CrowdingLevel.InsufficientHistory, CrowdingReasons.None);
        }

        if (held.Level == CrowdingLevel.Extreme && held.Reasons.HasFlag(CrowdingReasons.CapUtilisation)
            && observation.CapUtilisation >= (rules.CapUtilisation * rules.FloorShare) - Tolerance)
        {
            return (CrowdingLevel.Extreme, CrowdingReasons.CapUtilisation | CrowdingReasons.HeldByHysteresis);
        }

        var (level, reasons) = Ranked(observation, side, held.Level, rules.RankSlack, rules.FloorShare);
        return (level, reasons | CrowdingReasons.HeldByHysteresis);
    }

    private (CrowdingLevel Level, CrowdingReasons Reasons) Ranked(
        LevelObservation observation, PayingSide side, CrowdingLevel highest, double rankSlack, double floorShare)
    {
        if (observation.MidRank is not { } midRank || observation.HistoryCount < rules.MinHistory)
        {
            return (CrowdingLevel.InsufficientHistory, CrowdingReasons.InsufficientHistory);
        }

        var rank = side == PayingSide.Shorts ? 1 - midRank : midRank;
        var floors = rules.FloorsOf(side);
        for (var level = highest; level >= CrowdingLevel.Elevated; level--)
        {
            if (rank >= rules.Ranks[level] - rankSlack - Tolerance && Reaches(observation, floorShare * floors[level]))
            {
                return (level, CrowdingReasons.PercentileAndFloor);
            }
        }

        return (CrowdingLevel.Normal, CrowdingReasons.None);
    }

    private static bool Reaches(LevelObservation observation, double floor) => Math.Abs(observation.Per8Hours) >= floor - Tolerance;
}
