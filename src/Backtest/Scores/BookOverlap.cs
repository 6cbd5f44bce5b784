namespace OmnipotentFutures.Backtest.Scores;

/// <summary>How much of a true book an estimated one explains.</summary>
/// <param name="TotalRatio">Σ estimated / Σ true over the bands.</param>
/// <param name="Overlap">Σ min(true, estimated) / Σ true over the bands: 1 when the estimate holds all of it where it is. An estimate that is too
/// large everywhere explains all: to be read beside <paramref name="TotalRatio"/>.</param>
/// <param name="ScaledOverlap">The same after the estimate was scaled to the true total: of its shape alone.</param>
/// <param name="Rank">Spearman's rank correlation over the bands; null where it is not defined.</param>
public sealed record BookOverlap(double TotalRatio, double Overlap, double ScaledOverlap, double? Rank)
{
    /// <summary>Compares two books.</summary>
    /// <param name="truth">True notional by band, not all zero.</param>
    /// <param name="estimate">Estimated notional of the same bands.</param>
    /// <returns>The comparison.</returns>
    public static BookOverlap Of(double[] truth, double[] estimate)
    {
        ArgumentNullException.ThrowIfNull(truth);
        ArgumentNullException.ThrowIfNull(estimate);

        var (trueTotal, total) = (truth.Sum(), estimate.Sum());
        var scale = total > 0 ? trueTotal / total : 0;
        double[] once = [.. Enumerable.Repeat(1.0, truth.Length)];
        var rank = Correlation.Pearson(new RankOrder(estimate).MidRanks(once), new RankOrder(truth).MidRanks(once), once);
        return new BookOverlap(
            total / trueTotal,
            Common(truth, estimate, 1) / trueTotal,
            Common(truth, estimate, scale) / trueTotal,
            double.IsNaN(rank) ? null : rank);
    }

    private static double Common(double[] truth, double[] estimate, double scale) =>
        truth.Zip(estimate, (actual, guess) => Math.Min(actual, guess * scale)).Sum();
}
