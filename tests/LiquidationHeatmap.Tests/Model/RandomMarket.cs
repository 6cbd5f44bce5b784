using FsCheck;
using FsCheck.Fluent;
using OmnipotentFutures.LiquidationHeatmap.Model;

namespace OmnipotentFutures.LiquidationHeatmap.Tests.Model;

/// <summary>Histories that no market would mind having: prices walk, open interest comes and goes, readings are missing.</summary>
public static class RandomMarket
{
    private static readonly TimeSpan[] Lengths = [TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2)];

    public static Arbitrary<MarketBar[]> Bars() => Arb.From(
        from length in Gen.Elements(Lengths)
        from start in Gen.Choose(1, 1_000_000).Select(value => value / 100.0)
        from steps in Gen.NonEmptyListOf(Step())
        select Walk(length, start, steps));

    private static Gen<(int Move, int Up, int Down, int OpenInterest, bool Reported)> Step() =>
        from move in Gen.Choose(-300, 300)
        from up in Gen.Choose(0, 200)
        from down in Gen.Choose(0, 200)
        from openInterest in Gen.Choose(0, 100_000)
        from reported in Gen.Frequency((9, Gen.Constant(true)), (1, Gen.Constant(false)))
        select (move, up, down, openInterest, reported);

    private static MarketBar[] Walk(TimeSpan length, double start, IEnumerable<(int Move, int Up, int Down, int OpenInterest, bool Reported)> steps)
    {
        var bars = new List<MarketBar>();
        var open = start;
        foreach (var step in steps)
        {
            var close = open * (1 + (step.Move / 10_000.0));
            var high = Math.Max(open, close) * (1 + (step.Up / 10_000.0));
            var low = Math.Min(open, close) * (1 - (step.Down / 10_000.0));
            bars.Add(new MarketBar(
                bars.Count * (long)length.TotalMilliseconds, length, high, low, close, high, low, step.Reported ? step.OpenInterest / 10.0 : null));
            open = close;
        }

        return [.. bars];
    }
}
