namespace OmnipotentFutures.LiquidationHeatmap.Model;

/// <summary>Every level that stands at one price. All that a response says of levels is read off here, so that no two answers differ.</summary>
/// <param name="Grid">The bands.</param>
/// <param name="Price">Present price, USDT: longs stand below it, shorts above.</param>
/// <param name="Tiers">Levels by leverage tier, those that exist for the contract.</param>
public sealed record StandingBook(PriceGrid Grid, double Price, IReadOnlyList<StandingTier> Tiers)
{
    // Almost all that is read off a book starts from these.
    private readonly double[] _longs = Sum(Grid, Tiers, PositionSide.Long);
    private readonly double[] _shorts = Sum(Grid, Tiers, PositionSide.Short);

    /// <summary>What stands on one side by band, over all tiers.</summary>
    /// <param name="side">The side.</param>
    /// <returns>Notional by band, USDT; the book's own, not to be written to.</returns>
    public double[] Notional(PositionSide side) => side == PositionSide.Long ? _longs : _shorts;

    /// <summary>What stands in one tier between two prices.</summary>
    /// <param name="tier">One of <see cref="Tiers"/>.</param>
    /// <param name="side">The side.</param>
    /// <param name="low">Lowest price, USDT.</param>
    /// <param name="high">Highest price, USDT.</param>
    /// <returns>Notional of the bands whose centres lie there, USDT.</returns>
    public double Between(StandingTier tier, PositionSide side, double low, double high)
    {
        ArgumentNullException.ThrowIfNull(tier);

        var (first, end) = (Grid.FirstAtOrAbove(low), Grid.LastAtOrBelow(high) + 1);
        var sum = 0.0;
        foreach (var notional in tier.Of(side).AsSpan(first, Math.Max(0, end - first)))
        {
            sum += notional;
        }

        return sum;
    }

    private static double[] Sum(PriceGrid grid, IReadOnlyList<StandingTier> tiers, PositionSide side)
    {
        var sums = new double[grid.Count];
        foreach (var tier in tiers)
        {
            var notional = tier.Of(side);
            for (var band = 0; band < sums.Length; band++)
            {
                sums[band] += notional[band];
            }
        }

        return sums;
    }
}

/// <summary>What stands in one leverage tier.</summary>
/// <param name="Leverage">The tier.</param>
/// <param name="Longs">Longs by band, USDT at their levels.</param>
/// <param name="Shorts">Shorts by band, USDT at their levels.</param>
public sealed record StandingTier(int Leverage, double[] Longs, double[] Shorts)
{
    /// <summary>The levels of one side.</summary>
    /// <param name="side">The side.</param>
    /// <returns>Notional by band, USDT.</returns>
    public double[] Of(PositionSide side) => side == PositionSide.Long ? Longs : Shorts;

    /// <summary>Total of one side.</summary>
    /// <param name="side">The side.</param>
    /// <returns>Notional, USDT.</returns>
    public double Total(PositionSide side) => Of(side).Sum();
}
