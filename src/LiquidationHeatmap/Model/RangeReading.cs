namespace OmnipotentFutures.LiquidationHeatmap.Model;

/// <summary>What happened in a range of time, and what of the standing book was opened in it.</summary>
public sealed record RangeReading
{
    /// <summary>The range.</summary>
    public required LookBack Range { get; init; }

    /// <summary>Start of its first bar, Unix ms: later than the range's where the history is shorter.</summary>
    public required long StartTime { get; init; }

    /// <summary>Highest traded price, USDT.</summary>
    public required double High { get; init; }

    /// <summary>Lowest traded price, USDT.</summary>
    public required double Low { get; init; }

    /// <summary>First traded price, USDT.</summary>
    public required double Open { get; init; }

    /// <summary>Longs and shorts that are expected to have been liquidated in it, USDT.</summary>
    public required (double Longs, double Shorts) Liquidated { get; init; }

    /// <summary>What of each of the whole book's zones was opened in it, in their order, USDT.</summary>
    public required IReadOnlyList<double> ZoneNotionals { get; init; }

    /// <summary>What of each of the whole book's tiers was opened in it, in their order, longs and shorts, USDT.</summary>
    public required IReadOnlyList<(double Longs, double Shorts)> TierNotionals { get; init; }

    /// <summary>Reads a range. Costs the range's bars.</summary>
    /// <param name="range">The range.</param>
    /// <param name="now">The present, Unix ms.</param>
    /// <param name="recent">An empty book that has room for the history, on the grid of the whole book.</param>
    /// <param name="bars">The history, oldest first, at least one bar.</param>
    /// <param name="forced">What the history liquidated.</param>
    /// <param name="whole">What was read off the whole book.</param>
    /// <returns>The reading; of the last bar alone when all the history is older than the range.</returns>
    public static RangeReading Of(
        LookBack range, long now, LiquidationBook recent, IReadOnlyList<MarketBar> bars, ForcedTally forced, HeatmapAssessment whole)
    {
        ArgumentNullException.ThrowIfNull(range);
        ArgumentNullException.ThrowIfNull(recent);
        ArgumentNullException.ThrowIfNull(bars);
        ArgumentNullException.ThrowIfNull(forced);
        ArgumentNullException.ThrowIfNull(whole);

        var first = FirstSince(range.StartAt(now), bars);
        var (low, high) = (double.PositiveInfinity, 0.0);
        for (var i = first; i < bars.Count; i++)
        {
            (low, high) = (Math.Min(low, bars[i].Low), Math.Max(high, bars[i].High));
            recent.Advance(bars[i]);
        }

        var opened = recent.At(whole.Book.Price);
        var tierOf = opened.Tiers.ToDictionary(tier => tier.Leverage);
        return new RangeReading
        {
            Range = range,
            StartTime = bars[first].OpenTime,
            High = high,
            Low = low,
            Open = bars[first].Open ?? (first > 0 ? bars[first - 1].Close : bars[first].Close),
            Liquidated = forced.Since(bars[first].OpenTime),
            // A book of the range alone is not held down by what was open before it: of what stands, no more than all can be recent.
            ZoneNotionals =
            [
                .. whole.Zones.Select(zone => Math.Min(zone.Notional, opened.Between(tierOf[zone.Leverage], zone.Side, zone.Low, zone.High))),
            ],
            TierNotionals =
            [
                .. whole.Book.Tiers.Select(tier => (Recent(tier, PositionSide.Long), Recent(tier, PositionSide.Short))),
            ],
        };

        double Recent(StandingTier tier, PositionSide side) => Math.Min(tier.Total(side), tierOf[tier.Leverage].Total(side));
    }

    /// <summary>The first bar of a range.</summary>
    internal static int FirstSince(long start, IReadOnlyList<MarketBar> bars)
    {
        var first = bars.Count - 1;
        while (first > 0 && bars[first - 1].OpenTime >= start)
        {
            first--;
        }

        return first;
    }
}
