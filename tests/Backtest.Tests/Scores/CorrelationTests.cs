using FsCheck.Xunit;
using OmnipotentFutures.Backtest.Scores;

namespace OmnipotentFutures.Backtest.Tests.Scores;

public sealed class CorrelationTests
{
    [Fact]
    public void Pearson_of_a_worked_example() =>
        // Anscombe's first set: 0.81642 by his paper of 1973.
        Correlation.Pearson(
            [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5],
            [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68],
            [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]).ShouldBe(0.81642, 0.00001);

    [Theory]
    [InlineData(new double[] { 1, 2, 3 }, new double[] { 10, 20, 30 }, 1)]
    [InlineData(new double[] { 1, 2, 3 }, new double[] { 3, 2, 1 }, -1)]
    [InlineData(new double[] { 1, 2, 3 }, new double[] { 1, 5, 1 }, 0)]
    public void Pearson_of_simple_series(double[] x, double[] y, double expected) =>
        Correlation.Pearson(x, y, [1, 1, 1]).ShouldBe(expected, 1e-12);

    [Theory]
    [InlineData(new double[] { 1, 2, 3 }, new double[] { 7, 7, 7 })]
    [InlineData(new double[] { 0.1, 0.1, 0.1 }, new double[] { 1, 2, 3 })]
    public void Pearson_of_a_constant_is_not_defined(double[] x, double[] y) => Correlation.Pearson(x, y, [1, 1, 1]).ShouldBe(double.NaN);

    [Fact]
    public void A_weight_counts_a_point_that_often() =>
        Correlation.Pearson([1, 4, 2, 9], [3, 1, 8, 5], [2, 1, 0, 3])
            .ShouldBe(Correlation.Pearson([1, 1, 4, 9, 9, 9], [3, 3, 1, 5, 5, 5], [1, 1, 1, 1, 1, 1]), 1e-12);

    [Fact]
    public void Equal_values_share_the_middle_of_their_ranks() =>
        new RankOrder([30, 10, 20, 10, 10]).MidRanks([1, 1, 1, 1, 1]).ShouldBe([5, 2, 4, 2, 2]);

    [Fact]
    public void Ranks_count_a_value_as_often_as_its_weight() =>
        // 10, 10, 10 | 20 | 30, 30
        new RankOrder([30, 10, 20]).MidRanks([2, 3, 1]).ShouldBe([5.5, 2, 4]);

    [Fact]
    public void Spearman_of_a_worked_example() =>
        // Ten people's IQ and hours of television a week, no ties: −29/165.
        Rank([106, 100, 86, 101, 99, 103, 97, 113, 112, 110], [7, 27, 2, 50, 28, 29, 20, 12, 6, 17]).ShouldBe(-29.0 / 165, 1e-12);

    [Property]
    public void Spearman_stays_when_values_are_stretched(byte[] predicted, byte[] realised)
    {
        var count = Math.Min(predicted.Length, realised.Length);
        double[] x = [.. predicted.Take(count).Select(value => (double)value)];
        double[] y = [.. realised.Take(count).Select(value => (double)value)];

        var stretched = Rank(Array.ConvertAll(x, value => Math.Exp(value / 20)), Array.ConvertAll(y, value => value * value * value));

        ShouldAgree(stretched, Rank(x, y));
    }

    [Property]
    public void Scaling_the_prediction_scales_the_ratio_only(byte[] predicted, byte[] realised)
    {
        var points = predicted.Zip(realised, (x, y) => (Predicted: (double)x, Realised: y + 1.0)).ToArray();
        double[] once = [.. points.Select(_ => 1.0)];
        var sample = new PairedSample(points.Select((point, unit) => (point.Predicted, point.Realised, unit)));
        var scaled = new PairedSample(points.Select((point, unit) => (point.Predicted * 8, point.Realised, unit)));

        ShouldAgree(scaled.LinearCorrelation(once), sample.LinearCorrelation(once));
        ShouldAgree(scaled.RankCorrelation(once), sample.RankCorrelation(once));
        ShouldAgree(scaled.TotalRatio(once), 8 * sample.TotalRatio(once));
    }

    [Fact]
    public void Log_correlation_is_of_the_value_and_ten_thousand()
    {
        const double Noise = 10_000;
        var sample = new PairedSample([(0, Noise * (Math.E - 1), 0), (Noise * (Math.E - 1), 0, 1), (Noise * ((Math.E * Math.E) - 1), 0, 2)]);

        // 0, 1, 2 against 1, 0, 0.
        sample.LogCorrelation([1, 1, 1]).ShouldBe(-Math.Sqrt(3) / 2, 1e-12);
    }

    // Of too few points, or of a constant, neither is defined.
    private static void ShouldAgree(double actual, double expected)
    {
        double.IsNaN(actual).ShouldBe(double.IsNaN(expected));
        if (!double.IsNaN(expected))
        {
            actual.ShouldBe(expected, 1e-9);
        }
    }

    private static double Rank(double[] x, double[] y) =>
        new PairedSample(x.Zip(y).Select((point, unit) => (point.First, point.Second, unit))).RankCorrelation([.. x.Select(_ => 1.0)]);
}
