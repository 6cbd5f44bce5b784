namespace OmnipotentFutures.LiquidationHeatmap.Model;

/// <summary>A peak of the book's density, over all tiers of one side.</summary>
/// <param name="Side">Side of the positions that would be liquidated.</param>
/// <param name="Price">Mean price weighted by notional, USDT.</param>
/// <param name="Low">Lowest price of the cluster, USDT.</param>
/// <param name="High">Highest price of the cluster, USDT.</param>
/// <param name="Notional">What would be liquidated, USDT.</param>
/// <param name="Levels">Levels in the cluster: a level is one tier at one price band.</param>
/// <param name="Percentile">Share of the symbol's own price bands within reach that are less dense than the peak, a fraction.</param>
public sealed record WhaleTarget(PositionSide Side, double Price, double Low, double High, double Notional, int Levels, double Percentile)
{
    // A quarter of a percent to each side: finer bumps come from single bars, not from where traders entered.
    private const int KernelReach = 5;

    // Half a percent to each side: of a broad hump, the part that one move of the price would set off.
    private const int ClusterReach = 10;

    /// <summary>The heaviest density peaks of one side, as far from the price as <see cref="LiquidationMap.Reach"/>: what lies beyond is the hump of
    /// the lowest leverage, which is always there and never near.</summary>
    /// <param name="side">The side.</param>
    /// <param name="book">What stands.</param>
    /// <param name="count">Most peaks to return.</param>
    /// <returns>Peaks that do not overlap, heaviest first.</returns>
    public static IReadOnlyList<WhaleTarget> Find(PositionSide side, StandingBook book, int count)
    {
        ArgumentNullException.ThrowIfNull(book);

        var grid = book.Grid;
        var start = grid.FirstAtOrAbove(book.Price * (1 - LiquidationMap.Reach));
        var end = grid.LastAtOrBelow(book.Price * (1 + LiquidationMap.Reach)) + 1;
        var notional = book.Notional(side);
        var cells = new int[grid.Count];
        foreach (var tier in book.Tiers)
        {
            var levels = tier.Of(side);
            for (var band = 0; band < cells.Length; band++)
            {
                cells[band] += levels[band] > 0 ? 1 : 0;
            }
        }

        var density = Smooth(notional);
        var ranked = density[start..end].Where(value => value > 0).Order().ToArray();
        var taken = new bool[grid.Count];
        List<WhaleTarget> targets = [];
        foreach (var peak in Peaks(density).Where(band => band >= start && band < end).OrderByDescending(band => density[band]))
        {
            if (taken[peak])
            {
                continue;
            }

            var (first, last) = Cluster(peak, density, taken);
            targets.Add(Describe(side, first, last, notional, cells, grid, Share(ranked, density[peak])));
        }

        return [.. targets.OrderByDescending(target => target.Notional).Take(count)];
    }

    private static double[] Smooth(double[] values)
    {
        var smooth = new double[values.Length];
        for (var band = 0; band < values.Length; band++)
        {
            if (values[band] == 0)
            {
                continue;
            }

            for (var offset = -KernelReach; offset <= KernelReach; offset++)
            {
                if ((uint)(band + offset) < (uint)values.Length)
                {
                    smooth[band + offset] += values[band] * (KernelReach + 1 - Math.Abs(offset));
                }
            }
        }

        return smooth;
    }

    private static IEnumerable<int> Peaks(double[] density)
    {
        for (var band = 1; band < density.Length - 1; band++)
        {
            if (density[band] > density[band - 1] && density[band] >= density[band + 1] && IsHighest(band, density))
            {
                yield return band;
            }
        }
    }

    private static bool IsHighest(int band, double[] density)
    {
        var first = Math.Max(0, band - ClusterReach);
        foreach (var neighbour in density.AsSpan(first, Math.Min(density.Length, band + ClusterReach + 1) - first))
        {
            if (neighbour > density[band])
            {
                return false;
            }
        }

        return true;
    }

    // Down to half the peak's density, to where a denser cluster begins, or as far as a cluster reaches.
    private static (int First, int Last) Cluster(int peak, double[] density, bool[] taken)
    {
        var half = density[peak] / 2;
        var first = peak;
        while (first > Math.Max(0, peak - ClusterReach) && !taken[first - 1] && density[first - 1] >= half)
        {
            first--;
        }

        var last = peak;
        while (last < Math.Min(density.Length - 1, peak + ClusterReach) && !taken[last + 1] && density[last + 1] >= half)
        {
            last++;
        }

        Array.Fill(taken, true, first, last - first + 1);
        return (first, last);
    }

    private static WhaleTarget Describe(PositionSide side, int first, int last, double[] notional, int[] cells, PriceGrid grid, double percentile)
    {
        // The kernel reaches past the outermost levels.
        while (first < last && cells[first] == 0)
        {
            first++;
        }

        while (last > first && cells[last] == 0)
        {
            last--;
        }

        var total = 0.0;
        var weighted = 0.0;
        var levels = 0;
        for (var band = first; band <= last; band++)
        {
            total += notional[band];
            weighted += notional[band] * grid.PriceOf(band);
            levels += cells[band];
        }

        var price = total > 0 ? weighted / total : grid.PriceOf((first + last) / 2);
        return new WhaleTarget(side, price, grid.PriceOf(first), grid.PriceOf(last), total, levels, percentile);
    }

    private static double Share(double[] ranked, double value)
    {
        var index = Array.BinarySearch(ranked, value);
        return (double)(index < 0 ? ~index : index) / ranked.Length;
    }
}
