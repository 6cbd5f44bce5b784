namespace OmnipotentFutures.LiquidationHeatmap.Model;

/// <summary>Neighbouring levels of one side and one leverage tier.</summary>
/// <param name="Side">Side of the positions that would be liquidated.</param>
/// <param name="Leverage">Their leverage tier.</param>
/// <param name="Price">Mean price weighted by notional, USDT.</param>
/// <param name="Notional">What would be liquidated, USDT.</param>
public sealed record LiquidationZone(PositionSide Side, int Leverage, double Price, double Notional)
{
    /// <summary>Height of a zone as a fraction of its price.</summary>
    private const double Height = 0.0025;

    private static readonly double LogHeight = Math.Log(1 + Height);

    /// <summary>The heaviest zones of every side and tier.</summary>
    /// <param name="levels">Standing levels.</param>
    /// <param name="perTier">Most zones of a side and tier.</param>
    /// <returns>Zones in no particular order.</returns>
    public static IEnumerable<LiquidationZone> Heaviest(IEnumerable<StandingLevel> levels, int perTier) =>
        from level in levels
        group level by (level.Side, level.Leverage) into tier
        from zone in tier.GroupBy(level => (int)Math.Floor(Math.Log(level.Price) / LogHeight))
            .Select(Join)
            .OrderByDescending(zone => zone.Notional)
            .Take(perTier)
        select zone;

    private static LiquidationZone Join(IEnumerable<StandingLevel> levels)
    {
        var notional = 0.0;
        var weighted = 0.0;
        StandingLevel some = default;
        foreach (var level in levels)
        {
            some = level;
            notional += level.Notional;
            weighted += level.Notional * level.Price;
        }

        return new LiquidationZone(some.Side, some.Leverage, weighted / notional, notional);
    }
}
