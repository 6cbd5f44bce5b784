using FsCheck;
using FsCheck.Fluent;
using OmnipotentFutures.LiquidationHeatmap.Model;

namespace OmnipotentFutures.LiquidationHeatmap.Tests.Model;

/// <summary>Histories that no market would mind having: prices walk, open interest comes and goes, readings and bars are missing, bars are long
/// and short, and the mark price goes less far than the trades, or farther.</summary>
public static class RandomMarket
{
    private static readonly TimeSpan[] Lengths = [TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2)];

    public static Arbitrary<MarketBar[]> Bars() => Arb.From(
        from start in Gen.Choose(1, 1_000_000).Select(value => value / 100.0)
        from steps in Gen.NonEmptyListOf(Step())
        select Walk(start, steps));

    private static Gen<Change> Step() =>
        from length in Gen.Elements(Lengths)
        from gap in Gen.Frequency((9, Gen.Constant(0)), (1, Gen.Choose(1, 48)))
        from move in Gen.Choose(-300, 300)
        from up in Gen.Choose(0, 200)
        from down in Gen.Choose(0, 200)
        from hasMark in Gen.Frequency((2, Gen.Constant(false)), (1, Gen.Constant(true)))
        from markUp in Gen.Choose(-100, 50)
        from markDown in Gen.Choose(-100, 50)
        from openInterest in Gen.Frequency((9, Gen.Choose(0, 100_000).Select(value => (double?)(value / 10.0))), (1, Gen.Constant<double?>(null)))
        select new Change(length, gap, move, up, down, hasMark ? (markUp, markDown) : null, openInterest);

    private static MarketBar[] Walk(double start, IEnumerable<Change> steps)
    {
        var bars = new List<MarketBar>();
        var (time, open) = (0L, start);
        foreach (var step in steps)
        {
            var close = open * (1 + (step.Move / 10_000.0));
            var high = Math.Max(open, close) * (1 + (step.Up / 10_000.0));
            var low = Math.Min(open, close) * (1 - (step.Down / 10_000.0));
            var (markHigh, markLow) = step.Mark is var (above, below)
                ? (high * (1 + (above / 10_000.0)), low * (1 - (below / 10_000.0)))
                : (high, low);
            time += step.GapHours * 3_600_000L;
            bars.Add(new MarketBar(
                time, step.Length, high, low, close, Math.Max(markHigh, markLow), Math.Min(markHigh, markLow), step.OpenInterest, step.Mark is not null));
            time += (long)step.Length.TotalMilliseconds;
            open = close;
        }

        return [.. bars];
    }

    // Moves and wicks in hundredths of a percent; the mark price's extremes beyond the trades'.
    private sealed record Change(TimeSpan Length, int GapHours, int Move, int Up, int Down, (int High, int Low)? Mark, double? OpenInterest);
}
