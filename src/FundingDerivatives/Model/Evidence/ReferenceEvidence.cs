using OmnipotentFutures.FundingDerivatives.Model.Funding;

namespace OmnipotentFutures.FundingDerivatives.Model.Evidence;

/// <summary>Returns of 24 hours after BTC funding first passed a size, as a yardstick for contracts with too few events of their own. A fixed measurement,
/// not computed here: research page funding-derivatives, section 2.3, over the 8-hour settlements of <see cref="Symbol"/> from <see cref="From"/> to
/// <see cref="To"/>, events that follow closely counted once, intervals of 95 % by bootstrap. Its rules are sizes alone, without the rank that a level also
/// takes. None of its intervals excludes the unconditional mean: the sizes tell of crowding, not of direction.</summary>
/// <param name="Side">The side that paid.</param>
/// <param name="Floor">Size of the rate from which an event counts, a fraction per 8 hours without sign.</param>
/// <param name="Mean">Mean return after the events, a fraction.</param>
/// <param name="Confidence">Interval of confidence for the mean.</param>
/// <param name="ShareUp">Share of the events after which the price was higher, 0 to 1.</param>
/// <param name="Events">The events.</param>
internal sealed record ReferenceEvidence(PayingSide Side, double Floor, double Mean, ReturnInterval Confidence, double ShareUp, int Events)
{
    /// <summary>The contract.</summary>
    public const string Symbol = "BTCUSDT";

    /// <summary>Start of the sample, 2022-01-01 UTC, Unix ms.</summary>
    public const long From = 1_640_995_200_000;

    /// <summary>Last day of the sample, 2025-10-27 UTC, Unix ms.</summary>
    public const long To = 1_761_523_200_000;

    /// <summary>Settlements in the sample.</summary>
    public const int SampleCount = 4188;

    /// <summary>Mean return after any settlement, a fraction.</summary>
    public const double UnconditionalMean = 0.0010;

    /// <summary>Share of the settlements after which the price was higher, 0 to 1.</summary>
    public const double UnconditionalShareUp = 0.516;

    private const double SameFloor = 1e-9;

    private static readonly ReferenceEvidence[] Rows =
    [
        new(PayingSide.Longs, 0.0003, 0.0030, new(-0.0071, 0.0129), 0.55, 42),
        new(PayingSide.Longs, 0.0005, 0.0090, new(-0.0043, 0.0240), 0.67, 15),
        new(PayingSide.Shorts, 0.0001, 0.0103, new(-0.0086, 0.0295), 0.60, 30),
    ];

    /// <summary>The measurement for a level.</summary>
    /// <param name="side">The side that pays.</param>
    /// <param name="level">The level.</param>
    /// <param name="rules">The rules in force.</param>
    /// <returns>Null when no size equal to the level's floor was measured.</returns>
    public static ReferenceEvidence? For(PayingSide side, CrowdingLevel level, LevelRules rules) =>
        level < CrowdingLevel.Elevated
            ? null
            : Array.Find(Rows, row => row.Side == side && Math.Abs(row.Floor - rules.FloorsOf(side)[level]) < SameFloor);
}
