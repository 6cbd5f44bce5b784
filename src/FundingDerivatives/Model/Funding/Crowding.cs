namespace OmnipotentFutures.FundingDerivatives.Model.Funding;

/// <summary>How crowded a contract is at an instant.</summary>
/// <param name="Side">Who pays.</param>
/// <param name="Level">How dear it is.</param>
/// <param name="Reasons">What the level rests on.</param>
/// <param name="MidRank">Rank of the rate among the settlements before it, 0 to 1; null without any.</param>
/// <param name="HistoryCount">Those settlements.</param>
internal sealed record Crowding(PayingSide Side, CrowdingLevel Level, CrowdingReasons Reasons, double? MidRank, int HistoryCount)
{
    /// <summary>The level of a side: nothing unusual for the side that does not pay.</summary>
    public CrowdingLevel LevelOf(PayingSide side) => side == Side ? Level : CrowdingLevel.Normal;
}
