namespace OmnipotentFutures.FundingDerivatives.Model;

/// <summary>Readings of one quantity at a regular distance, oldest first. Readings may be missing.</summary>
internal sealed class TimeSeries
{
    private readonly long[] _times;
    private readonly double[] _values;

    /// <summary>Takes readings.</summary>
    /// <param name="period">Distance between readings, ms.</param>
    /// <param name="readings">Times (Unix ms, ascending) and values.</param>
    public TimeSeries(long period, IEnumerable<(long Time, double Value)> readings)
    {
        Period = period;
        (long Time, double Value)[] all = [.. readings];
        _times = Array.ConvertAll(all, reading => reading.Time);
        _values = Array.ConvertAll(all, reading => reading.Value);
    }

    /// <summary>Distance between readings, ms.</summary>
    public long Period { get; }

    /// <summary>How many readings there are.</summary>
    public int Count => _times.Length;

    /// <summary>Values, oldest first.</summary>
    public ReadOnlySpan<double> Values => _values;

    /// <summary>Times, oldest first, Unix ms.</summary>
    public ReadOnlySpan<long> Times => _times;

    /// <summary>The latest reading; null when there is none.</summary>
    public (long Time, double Value)? Latest => Count == 0 ? null : (_times[^1], _values[^1]);

    /// <summary>The reading nearest to a time, at most half a period away.</summary>
    /// <param name="time">Unix ms.</param>
    /// <returns>Null when there is none so near.</returns>
    public (long Time, double Value)? At(long time)
    {
        var found = Array.BinarySearch(_times, time);
        var after = found >= 0 ? found : ~found;
        var nearest = after == Count || (after > 0 && time - _times[after - 1] < _times[after] - time) ? after - 1 : after;
        return nearest >= 0 && Math.Abs(_times[nearest] - time) <= Period / 2 ? (_times[nearest], _values[nearest]) : null;
    }

    /// <summary>Changes over a window, one for each reading that has a counterpart a window earlier.</summary>
    /// <param name="window">Length of the window, ms.</param>
    /// <returns>Relative changes, fractions, oldest first.</returns>
    public List<double> Changes(long window)
    {
        List<double> changes = new(Count);
        for (var i = 0; i < Count; i++)
        {
            if (At(_times[i] - window) is { Value: > 0 and var before })
            {
                changes.Add((_values[i] / before) - 1);
            }
        }

        return changes;
    }

    /// <summary>Sum of the latest readings over a span without gaps.</summary>
    /// <param name="span">Length of the span, ms; a multiple of the period.</param>
    /// <returns>Null when a reading is missing.</returns>
    public double? LatestSum(long span)
    {
        var count = (int)(span / Period);
        return Count >= count && _times[^1] - _times[^count] == span - Period ? _values[^count..].Sum() : null;
    }

    /// <summary>Readings that both series have, as left minus right.</summary>
    /// <param name="other">What is taken away.</param>
    /// <returns>A series of differences.</returns>
    public TimeSeries Minus(TimeSeries other)
    {
        var right = new Dictionary<long, double>(other.Count);
        for (var i = 0; i < other.Count; i++)
        {
            right[other._times[i]] = other._values[i];
        }

        return new(Period, _times.Zip(_values).Where(reading => right.ContainsKey(reading.First)).Select(reading => (reading.First, reading.Second - right[reading.First])));
    }

    /// <summary>Where the latest reading stands among the earlier ones.</summary>
    /// <returns>Null with fewer than two readings.</returns>
    public Standing? StandingOfLatest() => Count == 0 ? null : Standing.Of(_values.AsSpan(..^1).ToArray(), _values[^1]);
}
