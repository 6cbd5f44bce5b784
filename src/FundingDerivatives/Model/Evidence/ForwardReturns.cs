using MathNet.Numerics.Distributions;

namespace OmnipotentFutures.FundingDerivatives.Model.Evidence;

/// <summary>Measures what prices do after events.</summary>
internal sealed record ForwardReturns
{
    /// <summary>Events that an interval of confidence takes.</summary>
    public const int MinEvents = 8;

    private const double UpperQuantile = 0.975;

    /// <summary>How long after an instant its return is taken, ms.</summary>
    public required long HorizonMs { get; init; }

    /// <summary>How far from the horizon the later price may be, ms; without one so near the instant has no return.</summary>
    public required long ToleranceMs { get; init; }

    /// <summary>Least distance between two events, ms. At least the horizon, or the returns overlap and the interval of confidence is too narrow.</summary>
    public required long SeparationMs { get; init; }

    /// <summary>Studies a series. An event is the first instant of a spell, so a spell that is on when the series begins is none. The interval is
    /// <c>mean ± t · s/√n</c> with Student's t of n − 1 degrees of freedom.</summary>
    /// <param name="times">Instants, rising, Unix ms.</param>
    /// <param name="prices">Prices then; NaN where none is known.</param>
    /// <param name="isOn">Whether what is studied was the case then.</param>
    /// <exception cref="ArgumentException">The three are not of one length.</exception>
    public EventStudy Study(ReadOnlySpan<long> times, ReadOnlySpan<double> prices, ReadOnlySpan<bool> isOn)
    {
        if (times.Length != prices.Length || times.Length != isOn.Length)
        {
            throw new ArgumentException($"{times.Length} times, {prices.Length} prices and {isOn.Length} flags: all of one length are needed.");
        }

        var (all, events) = (new List<double>(times.Length), new List<double>());
        var (from, to, later) = (default(long?), default(long?), 0);
        var lastEvent = default(long?);
        for (var i = 0; i < times.Length; i++)
        {
            later = NearestTo(times[i] + HorizonMs, times, later);
            if (Math.Abs(times[later] - times[i] - HorizonMs) > ToleranceMs || ReturnOf(prices[i], prices[later]) is not { } change)
            {
                continue;
            }

            all.Add(change);
            from ??= times[i];
            to = times[i];
            if (i > 0 && isOn[i] && !isOn[i - 1] && !(times[i] - lastEvent < SeparationMs))
            {
                events.Add(change);
                lastEvent = times[i];
            }
        }

        var confidence = events.Count >= MinEvents ? ConfidenceOf(events) : default(ReturnInterval?);
        return new()
        {
            From = from,
            To = to,
            SampleCount = all.Count,
            UnconditionalMean = MeanOf(all),
            UnconditionalShareUp = ShareUpOf(all),
            Events = events.Count,
            Mean = MeanOf(events),
            ShareUp = ShareUpOf(events),
            Confidence = confidence,
            Gap = events.Count == 0 ? EvidenceGap.NoEvents : confidence is null ? EvidenceGap.FewEvents : EvidenceGap.None,
        };
    }

    private static int NearestTo(long time, ReadOnlySpan<long> times, int start)
    {
        var i = start;
        while (i + 1 < times.Length && Math.Abs(times[i + 1] - time) <= Math.Abs(times[i] - time))
        {
            i++;
        }

        return i;
    }

    private static double? ReturnOf(double price, double later) => price > 0 && later > 0 ? (later / price) - 1 : null;

    private static double? MeanOf(List<double> returns) => returns.Count > 0 ? returns.Average() : null;

    private static double? ShareUpOf(List<double> returns) => returns.Count > 0 ? returns.Count(change => change > 0) / (double)returns.Count : null;

    private static ReturnInterval ConfidenceOf(List<double> returns)
    {
        var mean = returns.Average();
        var variance = returns.Sum(change => (change - mean) * (change - mean)) / (returns.Count - 1);
        var halfWidth = StudentT.InvCDF(0, 1, returns.Count - 1, UpperQuantile) * Math.Sqrt(variance / returns.Count);
        return new(mean - halfWidth, mean + halfWidth);
    }
}
