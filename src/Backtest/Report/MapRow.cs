using OmnipotentFutures.Backtest.Scores;

namespace OmnipotentFutures.Backtest.Report;

/// <summary>The score of one kind of map.</summary>
/// <param name="Name">Whose it is.</param>
/// <param name="Precision">Share of the heaviest tenth of its bands in which something was liquidated, the mean of all freezes.</param>
/// <param name="Capture">Share of what was liquidated in any band that fell into the heaviest tenth, the mean of all freezes.</param>
/// <param name="MedianLeadHours">Hours from the freeze until the price entered a band of the heaviest tenth, the median of those it did; null
/// when it entered none.</param>
/// <param name="RankAmongTouched">Spearman's correlation of the map's notional with what was liquidated, over the bands that the price entered, of
/// all freezes together: what is left when nearness is taken for granted. Not defined for a random tenth.</param>
public sealed record MapRow(string Name, Estimate Precision, Estimate Capture, double? MedianLeadHours, Estimate RankAmongTouched)
{
    /// <summary>Scores a map.</summary>
    /// <param name="name">Whose it is.</param>
    /// <param name="verdicts">How it did at each freeze.</param>
    /// <param name="bootstrap">Resamples of the freezes.</param>
    /// <returns>The score.</returns>
    public static MapRow Of(string name, Verdict[] verdicts, BlockBootstrap bootstrap)
    {
        ArgumentNullException.ThrowIfNull(verdicts);
        ArgumentNullException.ThrowIfNull(bootstrap);

        var touched = new PairedSample(
            verdicts.SelectMany((verdict, unit) => verdict.Touched.Select(band => (band.Predicted, band.Realised, unit))));
        return new MapRow(
            name,
            Mean(Array.ConvertAll(verdicts, verdict => verdict.Precision), bootstrap),
            Mean(Array.ConvertAll(verdicts, verdict => verdict.Capture), bootstrap),
            Median([.. verdicts.SelectMany(verdict => verdict.LeadHours).Order()]),
            bootstrap.Of(touched.RankCorrelation));
    }

    /// <summary>What a tenth of the bands drawn at random would score in the long run.</summary>
    /// <param name="hitShares">Share of all bands in which something was liquidated, by freeze.</param>
    /// <param name="tenth">Share of bands in the tenth.</param>
    /// <param name="bootstrap">Resamples of the freezes.</param>
    /// <returns>The score.</returns>
    public static MapRow Random(double[] hitShares, double tenth, BlockBootstrap bootstrap) =>
        new("random tenth", Mean(hitShares, bootstrap), new Estimate(tenth, tenth, tenth), null, default);

    private static Estimate Mean(double[] values, BlockBootstrap bootstrap) =>
        bootstrap.Of(weights => values.Zip(weights, (value, weight) => value * weight).Sum() / weights.Sum());

    private static double? Median(double[] sorted) =>
        sorted is [] ? null : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
}

/// <summary>How a map did at one freeze.</summary>
/// <param name="Precision">Share of its heaviest tenth of bands in which something was liquidated.</param>
/// <param name="Capture">Share of what was liquidated in any band that fell into the heaviest tenth.</param>
/// <param name="LeadHours">Hours until the price entered each band of the heaviest tenth in which something was liquidated.</param>
/// <param name="Touched">The map's notional and what was liquidated, USDT, in each band that the price entered.</param>
public sealed record Verdict(
    double Precision, double Capture, IReadOnlyList<double> LeadHours, IReadOnlyList<(double Predicted, double Realised)> Touched);
