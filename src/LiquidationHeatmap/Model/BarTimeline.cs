namespace OmnipotentFutures.LiquidationHeatmap.Model;

/// <summary>Joins bars of several lengths into one history: coarse where it is long ago, fine where it matters.</summary>
public static class BarTimeline
{
    /// <summary>Joins series so that each instant is covered by the finest bars there are for it.</summary>
    /// <param name="series">Series, coarsest first, each oldest first with bars of one length that divides the length before it.</param>
    /// <returns>Bars, oldest first, that do not overlap.</returns>
    public static IReadOnlyList<MarketBar> Join(params IReadOnlyList<IReadOnlyList<MarketBar>> series)
    {
        ArgumentNullException.ThrowIfNull(series);

        List<MarketBar> joined = [];
        foreach (var finer in series.Where(bars => bars.Count > 0))
        {
            if (joined.Count > 0)
            {
                // A coarse bar is replaced as a whole or not at all.
                var length = (long)joined[^1].Length.TotalMilliseconds;
                var start = (finer[0].OpenTime + length - 1) / length * length;
                joined.RemoveAll(bar => bar.OpenTime >= start);
                joined.AddRange(finer.Where(bar => bar.OpenTime >= start));
            }
            else
            {
                joined.AddRange(finer);
            }
        }

        return joined;
    }
}
