using FsCheck;
using FsCheck.Fluent;
using OmnipotentFutures.LiquidationHeatmap.Model;

namespace OmnipotentFutures.LiquidationHeatmap.Tests.Model;

/// <summary>A position that its ladder allows: 1 to 12 brackets of random caps and rates, each with a leverage that leaves some margin.</summary>
public sealed record RandomPosition(BracketLadder Ladder, double Notional, double Leverage)
{
    public static Arbitrary<RandomPosition> Positions() => Arb.From(
        from count in Gen.Choose(1, 12)
        from caps in Gen.Choose(1, 1000).ArrayOf(count)
        from rates in Gen.Choose(1, 1000).ArrayOf(count)
        from margins in Gen.Choose(10, 99).ArrayOf(count)
        from row in Gen.Choose(0, count - 1)
        from within in Gen.Choose(1, 1000)
        from leverage in Gen.Choose(0, 1000)
        select Of(caps, rates, margins, row, within / 1000.0, leverage / 1000.0));

    private static RandomPosition Of(int[] caps, int[] rates, int[] margins, int row, double within, double leverage)
    {
        // Running sums rise; rates end below one half.
        var cap = 0.0;
        var sum = 0.0;
        var most = int.MaxValue;
        var scale = 0.49 / Math.Max(1000, rates.Sum());
        var steps = new List<(double Cap, double Rate, int Leverage)>();
        for (var i = 0; i < caps.Length; i++)
        {
            cap = (cap * 1.5) + (caps[i] * 100);
            sum += rates[i];
            most = Math.Min(most, Math.Max(1, (int)(margins[i] / (100 * sum * scale))));
            steps.Add((cap, sum * scale, most));
        }

        var ladder = BracketLadder.FromSteps(steps);
        var bracket = ladder.Brackets[row];
        return new RandomPosition(
            ladder,
            bracket.NotionalFloor + (within * (bracket.NotionalCap - bracket.NotionalFloor)),
            1 + (leverage * (bracket.MaxLeverage - 1)));
    }
}
