namespace OmnipotentFutures.FundingDerivatives.Model.Funding;

/// <summary>What the level rule looks at: a settlement or the running estimate.</summary>
/// <param name="Per8Hours">The rate, a fraction per 8 hours.</param>
/// <param name="MidRank">Its rank among the settlements before it, 0 to 1; null without any.</param>
/// <param name="HistoryCount">Those settlements.</param>
/// <param name="CapUtilisation">Share of the room to the cap or floor that it takes up; null when the limit is not known.</param>
/// <param name="ShortenedBy">The side whose settlement at the cap or floor brought the hourly settlement, which has not calmed down yet; nobody
/// without.</param>
/// <param name="FixedShare">Share of the rate that can no longer change: 1 for a settlement.</param>
/// <param name="FollowsExtreme">Whether the settlement before it was EXTREME on the same side.</param>
internal sealed record LevelObservation(
    double Per8Hours,
    double? MidRank,
    int HistoryCount,
    double? CapUtilisation,
    PayingSide ShortenedBy,
    double FixedShare = 1,
    bool FollowsExtreme = false);
