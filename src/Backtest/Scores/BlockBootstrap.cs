namespace OmnipotentFutures.Backtest.Scores;

/// <summary>The circular block bootstrap (Politis and Romano, 1992): whole blocks of neighbouring units are drawn with replacement, the end
/// joined to the start, so that what hangs together in time stays together. The same seed gives the same intervals.</summary>
public sealed class BlockBootstrap
{
    private const int Resamples = 1000;
    private const int Seed = 20260129;
    private const double Tail = 0.025;

    private readonly double[] _once;
    private readonly double[][] _weights;

    /// <summary>Draws the resamples.</summary>
    /// <param name="units">Number of units (hours, say), in order of time, at least 1.</param>
    /// <param name="blockLength">Units in a block, at least 1; no more than there are.</param>
    public BlockBootstrap(int units, int blockLength)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(units, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(blockLength, 1);

        var random = new Random(Seed);
        _once = [.. Enumerable.Repeat(1.0, units)];
        _weights = [.. Enumerable.Range(0, Resamples).Select(_ => Draw(random, units, Math.Min(blockLength, units)))];
    }

    /// <summary>Estimates a figure and its 95 % interval.</summary>
    /// <param name="figure">The figure, given how often each unit counts; NaN where it is not defined.</param>
    /// <returns>The figure of the units as they are, and the quantiles of the resamples in which it is defined.</returns>
    public Estimate Of(Func<double[], double> figure)
    {
        ArgumentNullException.ThrowIfNull(figure);

        var value = figure(_once);
        if (!double.IsFinite(value))
        {
            return default;
        }

        double[] resampled = [.. _weights.AsParallel().Select(figure).Where(double.IsFinite).Order()];
        return resampled is [] ? new Estimate(value, null, null) : new Estimate(value, Quantile(resampled, Tail), Quantile(resampled, 1 - Tail));
    }

    private static double[] Draw(Random random, int units, int blockLength)
    {
        var weights = new double[units];
        for (var drawn = 0; drawn < units;)
        {
            var start = random.Next(units);
            // The last block is cut, so that every resample has as many units as there are.
            for (var i = 0; i < blockLength && drawn < units; i++, drawn++)
            {
                weights[(start + i) % units]++;
            }
        }

        return weights;
    }

    private static double Quantile(double[] sorted, double share)
    {
        var position = share * (sorted.Length - 1);
        var below = (int)position;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((position - below) * (sorted[above] - sorted[below]));
    }
}
