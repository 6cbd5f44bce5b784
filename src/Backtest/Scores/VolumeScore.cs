namespace OmnipotentFutures.Backtest.Scores;

/// <summary>How well predicted volumes agree with realised ones.</summary>
/// <param name="Rank">Spearman's rank correlation.</param>
/// <param name="Log">Pearson's correlation of log(10,000 + USD).</param>
/// <param name="Linear">Pearson's correlation of USD.</param>
/// <param name="TotalRatio">All predicted over all realised USD.</param>
public sealed record VolumeScore(Estimate Rank, Estimate Log, Estimate Linear, Estimate TotalRatio)
{
    /// <summary>Scores a sample.</summary>
    /// <param name="sample">The points.</param>
    /// <param name="bootstrap">Resamples of their units.</param>
    /// <returns>The score.</returns>
    public static VolumeScore Of(PairedSample sample, BlockBootstrap bootstrap)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(bootstrap);
        return new VolumeScore(
            bootstrap.Of(sample.RankCorrelation),
            bootstrap.Of(sample.LogCorrelation),
            bootstrap.Of(sample.LinearCorrelation),
            bootstrap.Of(sample.TotalRatio));
    }
}
