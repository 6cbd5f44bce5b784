namespace OmnipotentFutures.LiquidationHeatmap.Model;

/// <summary>Neighbouring levels of one side and one leverage tier.</summary>
/// <param name="Side">Side of the positions that would be liquidated.</param>
/// <param name="Leverage">Their leverage tier.</param>
/// <param name="Price">Mean price weighted by notional, USDT.</param>
/// <param name="Low">Lowest price, USDT.</param>
/// <param name="High">Highest price, USDT.</param>
/// <param name="Notional">What stands there, USDT.</param>
public sealed record LiquidationZone(PositionSide Side, int Leverage, double Price, double Low, double High, double Notional)
{
    // The farther a tier's levels, the wider they are spread: a zone is a tenth of the way from entry to level high, but at least two bands.
    private const double HeightOverDistance = 0.1;
    private const int LeastBands = 2;

    /// <summary>The heaviest zones of every side and tier.</summary>
    /// <param name="book">What stands.</param>
    /// <param name="perTier">Most zones of a side and tier.</param>
    /// <returns>Zones of a side and tier from heavy to light; a tier with levels has at least one.</returns>
    public static IReadOnlyList<LiquidationZone> Heaviest(StandingBook book, int perTier)
    {
        ArgumentNullException.ThrowIfNull(book);

        return
        [
            .. from tier in book.Tiers
               from side in new[] { PositionSide.Long, PositionSide.Short }
               from zone in Of(book.Grid, tier, side).OrderByDescending(zone => zone.Notional).Take(perTier)
               select zone,
        ];
    }

    private static IEnumerable<LiquidationZone> Of(PriceGrid grid, StandingTier tier, PositionSide side)
    {
        var notional = tier.Of(side);
        var height = Math.Max(LeastBands, (int)Math.Round(PriceGrid.BandsIn(1 + (1.0 / tier.Leverage)) * HeightOverDistance));
        for (var first = 0; first < notional.Length; first += height)
        {
            var (sum, weighted, low, high) = (0.0, 0.0, -1, -1);
            for (var band = first; band < Math.Min(first + height, notional.Length); band++)
            {
                if (notional[band] > 0)
                {
                    sum += notional[band];
                    weighted += notional[band] * grid.PriceOf(band);
                    low = low < 0 ? band : low;
                    high = band;
                }
            }

            if (sum > 0)
            {
                yield return new LiquidationZone(side, tier.Leverage, weighted / sum, grid.PriceOf(low), grid.PriceOf(high), sum);
            }
        }
    }
}
