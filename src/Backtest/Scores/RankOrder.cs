namespace OmnipotentFutures.Backtest.Scores;

/// <summary>The order of values, sorted once, so that ranks can be given again and again as points come to count more or less.</summary>
/// <param name="values">The values.</param>
public sealed class RankOrder(double[] values)
{
    private readonly int[] _order = Sorted(values);

    /// <summary>Ranks from 1, as if each value stood there as often as it counts; equal values share the middle of their ranks.</summary>
    /// <param name="weights">How often each value counts.</param>
    /// <returns>The rank of each value.</returns>
    public double[] MidRanks(ReadOnlySpan<double> weights)
    {
        var ranks = new double[values.Length];
        var below = 0.0;
        for (var first = 0; first < _order.Length;)
        {
            var end = first;
            var count = 0.0;
            for (; end < _order.Length && values[_order[end]].Equals(values[_order[first]]); end++)
            {
                count += weights[_order[end]];
            }

            for (; first < end; first++)
            {
                ranks[_order[first]] = below + ((count + 1) / 2);
            }

            below += count;
        }

        return ranks;
    }

    private static int[] Sorted(double[] values)
    {
        int[] order = [.. Enumerable.Range(0, values.Length)];
        Array.Sort([.. values], order);
        return order;
    }
}
