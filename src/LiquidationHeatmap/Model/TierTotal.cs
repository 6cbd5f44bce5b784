namespace OmnipotentFutures.LiquidationHeatmap.Model;

/// <summary>What stands in one leverage tier.</summary>
/// <param name="Leverage">The tier.</param>
/// <param name="LongNotional">Longs, USDT at their levels.</param>
/// <param name="ShortNotional">Shorts, USDT at their levels.</param>
public sealed record TierTotal(int Leverage, double LongNotional, double ShortNotional)
{
    /// <summary>Adds up levels.</summary>
    /// <param name="levels">Standing levels.</param>
    /// <returns>A total for every tier that has a level.</returns>
    public static IReadOnlyList<TierTotal> Of(IEnumerable<StandingLevel> levels) =>
    [
        .. from level in levels
           group level by level.Leverage into tier
           select new TierTotal(tier.Key, Sum(tier, PositionSide.Long), Sum(tier, PositionSide.Short)),
    ];

    private static double Sum(IEnumerable<StandingLevel> tier, PositionSide side) =>
        tier.Where(level => level.Side == side).Sum(level => level.Notional);
}
