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

    /// <summary>What stands of the positions opened in it, on the grid of the whole book. Not bounded by what was open before: compare with the whole.</summary>
    public required StandingBook Recent { get; init; }

    /// <summary>Reads a range. Costs the range's bars.</summary>
    /// <param name="range">The range.</param>
    /// <param name="now">The present, Unix ms.</param>
    /// <param name="whole">The whole book with its records.</param>
    /// <param name="ladder">The contract's brackets.</param>
    /// <param name="parameters">The model's assumptions.</param>
    /// <param name="bars">The history, oldest first, at least one bar.</param>
    /// <param name="price">Present price, USDT.</param>
    /// <returns>The reading; of the last bar alone when all the history is older than the range.</returns>
    public static RangeReading Of(
        LookBack range, long now, BookReplay whole, BracketLadder ladder, BookParameters parameters, IReadOnlyList<MarketBar> bars, double price)
    {
        ArgumentNullException.ThrowIfNull(range);
        ArgumentNullException.ThrowIfNull(whole);
        ArgumentNullException.ThrowIfNull(bars);

        var first = FirstSince(range.StartAt(now), bars);
        var recent = new LiquidationBook(parameters, ladder, whole.Book.LowestPrice, whole.Book.HighestPrice);
        var (low, high) = (double.PositiveInfinity, 0.0);
        for (var i = first; i < bars.Count; i++)
        {
            (low, high) = (Math.Min(low, bars[i].Low), Math.Max(high, bars[i].High));
            if (recent.Covers(bars[i]))
            {
                recent.Advance(bars[i]);
            }
        }

        return new RangeReading
        {
            Range = range,
            StartTime = bars[first].OpenTime,
            High = high,
            Low = low,
            Open = bars[first].Open ?? (first > 0 ? bars[first - 1].Close : bars[first].Close),
            Liquidated = whole.Forced.Since(bars[first].OpenTime),
            Recent = recent.At(price),
        };
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
