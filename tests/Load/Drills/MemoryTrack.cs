using OmnipotentFutures.Load.Processes;
using OmnipotentFutures.Load.Report;

namespace OmnipotentFutures.Load.Drills;

/// <summary>Memory of a service over a run.</summary>
internal sealed class MemoryTrack(ServiceProcess service)
{
    // What a collector that runs when it likes leaves lying about.
    private const double Noise = 10;

    private readonly List<(double Minutes, double Megabytes)> _samples = [];

    public void Sample(TimeSpan at) => _samples.Add((at.TotalMinutes, service.ResidentMegabytes));

    public IEnumerable<Figure> Figures()
    {
        var half = _samples[(_samples.Count / 2)..];
        var slope = Slope(half);
        yield return new(
            $"memory of {service.Name} after it, MB", _samples[^1].Megabytes, Bound.AtMost(200), Bound.AtMost(120),
            FormattableString.Invariant($"start {_samples[0].Megabytes:0}, half {half[0].Megabytes:0}, end {_samples[^1].Megabytes:0}, most {_samples.Max(sample => sample.Megabytes):0}"));
        yield return new(
            $"memory of {service.Name}: growth over the last half, MB", slope * (half[^1].Minutes - half[0].Minutes), Bound.AtMost(Noise),
            Beside: FormattableString.Invariant($"slope {slope:0.00} MB/min"));
    }

    // Least squares, MB a minute.
    private static double Slope(IReadOnlyList<(double Minutes, double Megabytes)> samples)
    {
        var (time, size) = (samples.Average(sample => sample.Minutes), samples.Average(sample => sample.Megabytes));
        var spread = samples.Sum(sample => Math.Pow(sample.Minutes - time, 2));
        return spread == 0 ? 0 : samples.Sum(sample => (sample.Minutes - time) * (sample.Megabytes - size)) / spread;
    }
}
