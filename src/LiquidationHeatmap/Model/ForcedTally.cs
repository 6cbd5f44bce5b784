namespace OmnipotentFutures.LiquidationHeatmap.Model;

/// <summary>What the bars of the last 30 days liquidated, as coarse the longer ago as <see cref="LookBack"/> is: any of its ranges adds up exactly.</summary>
public sealed class ForcedTally
{
    // The 30 days of a history are some 1,300 bars.
    private const int MaxEntries = 2_000;

    private readonly List<ForcedVolume> _entries;

    /// <summary>Starts empty.</summary>
    public ForcedTally() => _entries = [];

    private ForcedTally(ForcedTally other) => _entries = [.. other._entries];

    /// <summary>Adds a bar's.</summary>
    /// <param name="forced">What it liquidated; later than those before.</param>
    public void Add(ForcedVolume forced)
    {
        if (_entries.Count == MaxEntries)
        {
            Condense(forced.OpenTime);
        }

        _entries.Add(forced);
    }

    /// <summary>Adds up what was liquidated since an instant.</summary>
    /// <param name="start">Start of a range, Unix ms.</param>
    /// <returns>Longs and shorts, USDT.</returns>
    public (double Longs, double Shorts) Since(long start)
    {
        var (longs, shorts) = (0.0, 0.0);
        for (var i = _entries.Count - 1; i >= 0 && _entries[i].OpenTime >= start; i--)
        {
            longs += _entries[i].Longs;
            shorts += _entries[i].Shorts;
        }

        return (longs, shorts);
    }

    /// <summary>A copy that goes its own way.</summary>
    /// <returns>The copy.</returns>
    public ForcedTally Clone() => new(this);

    private void Condense(long now)
    {
        var kept = _entries
            .Where(entry => entry.OpenTime >= LookBack.All[^1].StartAt(now))
            .GroupBy(entry => BucketOf(entry, now))
            .Select(bucket => new ForcedVolume(
                bucket.Key, TimeSpan.FromTicks(bucket.Sum(entry => entry.Length.Ticks)), bucket.Sum(entry => entry.Longs), bucket.Sum(entry => entry.Shorts)))
            .ToList();
        _entries.Clear();
        _entries.AddRange(kept);
    }

    // As fine as the shortest range that still reaches it.
    private static long BucketOf(ForcedVolume entry, long now) => LookBack.All.First(range => range.StartAt(now) <= entry.OpenTime).ColumnOf(entry.OpenTime);
}
