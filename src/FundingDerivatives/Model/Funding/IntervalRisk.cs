namespace OmnipotentFutures.FundingDerivatives.Model.Funding;

/// <summary>The chance that the funding interval changes by the exchange's rules: a settlement at the cap or the floor switches to hourly settlement (since
/// 2025-05-02), and <see cref="CalmNeeded"/> consecutive hourly settlements of at most <see cref="CalmRate"/> switch back (since 2026-01-02). Source:
/// research page funding-derivatives, section 0.</summary>
/// <param name="Status">How near the change is.</param>
/// <param name="CapUtilisation">Share of the room to the cap or floor that the running estimate takes up, 0 upwards; null when the limit is not
/// known.</param>
/// <param name="CalmSettlements">Consecutive calm hourly settlements so far, 0 to <see cref="CalmNeeded"/>; null when the interval is not shortened.</param>
internal sealed record IntervalRisk(IntervalRiskStatus Status, double? CapUtilisation, int? CalmSettlements)
{
    /// <summary>Consecutive calm settlements that bring the usual interval back.</summary>
    public const int CalmNeeded = 16;

    /// <summary>Largest size of a calm settlement, a fraction per hour.</summary>
    public const double CalmRate = 0.00025;

    /// <summary>Reads the risk.</summary>
    /// <param name="terms">The contract's terms.</param>
    /// <param name="estimate">Running estimate, a fraction per interval.</param>
    /// <param name="projected">Settlement if the premium stays; null when the premium is not known.</param>
    /// <param name="shortening">The shortening that is in force; null when there is none.</param>
    /// <param name="possibleFrom">Utilisation from which the change is possible: <see cref="LevelRules.CapUtilisation"/>.</param>
    public static IntervalRisk Of(FundingTerms terms, double estimate, RateBounds? projected, Shortening? shortening, double possibleFrom)
    {
        var utilisation = terms.UtilisationOf(estimate);
        var status = terms switch
        {
            _ when shortening is not null => IntervalRiskStatus.Shortened,
            { IntervalHours: 1 } => IntervalRiskStatus.NotApplicable,
            _ when utilisation is null => IntervalRiskStatus.Unknown,
            _ when estimate >= terms.Cap - FundingTerms.WireRounding || estimate <= terms.Floor + FundingTerms.WireRounding => IntervalRiskStatus.Likely,
            _ when utilisation >= possibleFrom || projected?.High >= terms.Cap || projected?.Low <= terms.Floor => IntervalRiskStatus.Possible,
            _ => IntervalRiskStatus.None,
        };
        return new(status, utilisation, shortening?.CalmSettlements);
    }

    /// <summary>Whether an hourly settlement is calm.</summary>
    /// <param name="rate">The rate, a fraction per hour.</param>
    public static bool IsCalm(double rate) => Math.Abs(rate) <= CalmRate + FundingTerms.WireRounding;
}
