using MathNet.Numerics.LinearAlgebra;
using OmnipotentFutures.LiquidationHeatmap.Model;

namespace OmnipotentFutures.Backtest.Fitting;

/// <summary>Fits the cascade probability: a logistic regression, both sides together.</summary>
public static class CascadeFit
{
    // Keeps coefficients finite when few cases part events from none.
    private const double Ridge = 1e-3;
    private const double Tolerance = 1e-10;
    private const int MostSteps = 100;

    /// <summary>Fits by Newton's method.</summary>
    /// <param name="cases">Signs, and whether a cascade came; at least one.</param>
    /// <returns>The coefficients.</returns>
    public static CascadeProbability Fit(IReadOnlyList<CascadeCase> cases)
    {
        ArgumentNullException.ThrowIfNull(cases);

        var rows = Matrix<double>.Build.Dense(cases.Count, 3, (i, column) => column switch
        {
            0 => 1,
            1 => cases[i].Signs.Distance,
            _ => cases[i].Signs.Season,
        });
        var events = Vector<double>.Build.Dense(cases.Count, i => cases[i].IsEvent ? 1 : 0);
        var coefficients = Vector<double>.Build.Dense(3);
        for (var step = 0; step < MostSteps; step++)
        {
            var probability = (rows * coefficients).Map(odds => 1 / (1 + Math.Exp(-odds)));
            var gradient = rows.TransposeThisAndMultiply(events - probability) - (Ridge * coefficients);
            var weighted = Matrix<double>.Build.DenseOfColumnVectors(
                rows.EnumerateColumns().Select(column => column.PointwiseMultiply(probability).PointwiseMultiply(1 - probability)));
            var curvature = rows.TransposeThisAndMultiply(weighted) + (Ridge * Matrix<double>.Build.DenseIdentity(3));
            var change = curvature.Solve(gradient);
            coefficients += change;
            if (change.L2Norm() < Tolerance)
            {
                break;
            }
        }

        return new CascadeProbability(coefficients[0], coefficients[1], coefficients[2]);
    }
}
