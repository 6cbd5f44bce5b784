namespace OmnipotentFutures.Backtest.Scores;

/// <summary>Correlation of weighted points.</summary>
public static class Correlation
{
    /// <summary>Pearson's coefficient.</summary>
    /// <param name="x">One value of each point.</param>
    /// <param name="y">The other.</param>
    /// <param name="weights">How often each point counts.</param>
    /// <returns>From −1 to 1; NaN when one of the values does not vary.</returns>
    public static double Pearson(ReadOnlySpan<double> x, ReadOnlySpan<double> y, ReadOnlySpan<double> weights)
    {
        var (sum, meanX, meanY) = (0.0, 0.0, 0.0);
        for (var i = 0; i < x.Length; i++)
        {
            sum += weights[i];
            meanX += weights[i] * x[i];
            meanY += weights[i] * y[i];
        }

        meanX /= sum;
        meanY /= sum;
        var (xx, yy, xy) = (0.0, 0.0, 0.0);
        for (var i = 0; i < x.Length; i++)
        {
            var (dx, dy) = (x[i] - meanX, y[i] - meanY);
            xx += weights[i] * dx * dx;
            yy += weights[i] * dy * dy;
            xy += weights[i] * dx * dy;
        }

        // What is left of a constant after rounding is no variation.
        return xx > Rounding(sum, meanX) && yy > Rounding(sum, meanY) ? Math.Clamp(xy / Math.Sqrt(xx * yy), -1, 1) : double.NaN;
    }

    private static double Rounding(double weight, double mean) => weight * mean * mean * 1e-28;
}
