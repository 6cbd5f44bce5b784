using OmnipotentFutures.Backtest.Recording;
using OmnipotentFutures.Backtest.Scores;

namespace OmnipotentFutures.Backtest.Report;

/// <summary>The first score: how much is liquidated in each hour, given the prices of the hour.</summary>
/// <param name="FittedHours">Hours before the scored ones, from which baselines without a scale take theirs.</param>
/// <param name="ScoredHours">Hours that are scored.</param>
/// <param name="From">Start of the first scored hour.</param>
/// <param name="To">End of the last scored hour.</param>
/// <param name="Rows">The model first, then the baselines.</param>
public sealed record HourlyReport(int FittedHours, int ScoredHours, DateTimeOffset From, DateTimeOffset To, IReadOnlyList<HourlyRow> Rows)
{
    /// <summary>Hours in a block of the bootstrap.</summary>
    public const int BlockHours = 24;

    /// <summary>Scores predictions on the held-out hours.</summary>
    /// <param name="hours">All hours.</param>
    /// <param name="split">Which of them are scored.</param>
    /// <param name="predictions">Names and volumes of all hours, the book's first.</param>
    /// <returns>The report.</returns>
    public static HourlyReport Of(
        IReadOnlyList<HistoryHour> hours, HourSplit split, IReadOnlyList<(string Name, IReadOnlyList<HourlyVolume> Volumes)> predictions)
    {
        ArgumentNullException.ThrowIfNull(hours);
        ArgumentNullException.ThrowIfNull(split);
        ArgumentNullException.ThrowIfNull(predictions);

        var bootstrap = new BlockBootstrap(split.HeldOut.Count, BlockHours);
        return new HourlyReport(
            split.Fitted.Count,
            split.HeldOut.Count,
            DateTimeOffset.FromUnixTimeMilliseconds(hours[split.HeldOut[0]].Start),
            DateTimeOffset.FromUnixTimeMilliseconds(hours[split.HeldOut[^1]].Start + HistoryHour.Length),
            [.. predictions.Select(prediction => Score(prediction.Name, prediction.Volumes, predictions[0].Volumes, split, bootstrap))]);
    }

    private static HourlyRow Score(
        string name, IReadOnlyList<HourlyVolume> volumes, IReadOnlyList<HourlyVolume> book, HourSplit split, BlockBootstrap bootstrap)
    {
        var (pooled, pooledBook) = (Sample(Longs, Shorts), new PairedSample(Points(book, Longs).Concat(Points(book, Shorts))));
        return new HourlyRow(
            name,
            VolumeScore.Of(pooled, bootstrap),
            VolumeScore.Of(Sample(Longs), bootstrap),
            VolumeScore.Of(Sample(Shorts), bootstrap),
            VolumeScore.Of(Sample(volume => volume.Total), bootstrap),
            ReferenceEquals(volumes, book)
                ? default
                : bootstrap.Of(weights => pooledBook.RankCorrelation(weights) - pooled.RankCorrelation(weights)));

        static double Longs(HourlyVolume volume) => volume.Longs;

        static double Shorts(HourlyVolume volume) => volume.Shorts;

        PairedSample Sample(params Func<HourlyVolume, double>[] parts) => new(parts.SelectMany(part => Points(volumes, part)));

        IEnumerable<(double Predicted, double Realised, int Unit)> Points(IReadOnlyList<HourlyVolume> of, Func<HourlyVolume, double> part) =>
            split.HeldOut.Select((hour, unit) => (part(of[hour]), part(split.Realised(hour)), unit));
    }
}

/// <summary>The score of one prediction.</summary>
/// <param name="Name">Whose it is.</param>
/// <param name="Pooled">Longs and shorts of an hour as two points: the headline.</param>
/// <param name="Longs">Longs alone.</param>
/// <param name="Shorts">Shorts alone.</param>
/// <param name="Total">Longs and shorts of an hour added up.</param>
/// <param name="BookLead">By how much the book's pooled rank correlation is above this one's; its interval is of the difference in the same
/// resamples. Not defined for the book itself.</param>
public sealed record HourlyRow(
    string Name, VolumeScore Pooled, VolumeScore Longs, VolumeScore Shorts, VolumeScore Total, Estimate BookLead);
