using OmnipotentFutures.PaperExchange.Market;

namespace OmnipotentFutures.PaperExchange.Recording;

/// <summary>Recorded bars of one length.</summary>
/// <param name="bars">The bars, oldest first.</param>
/// <param name="length">Length of a bar, ms.</param>
internal sealed class BarSeries(Series<Bar> bars, long length)
{
    /// <summary>Bars of the same or a coarser interval whose open time lies in the range. A bar under way shows its open only:
    /// what the recording says of it beyond that lies in the future.</summary>
    public IReadOnlyList<Bar> Read(long interval, long from, long to, long now)
    {
        if (bars.Count == 0 || interval < length || interval % length != 0)
        {
            return [];
        }

        from = Math.Max(from, bars.First.OpenTime - interval);
        to = Math.Min(to, now);
        var first = (from + interval - 1) / interval * interval;
        var last = Math.Min((to / interval * interval) + interval - length, now);
        var seen = bars.Between(first, last).Select(bar => SeenAt(bar, now));
        return interval == length ? [.. seen] : BarAggregation.ToInterval(seen, interval);
    }

    /// <summary>The latest known price and its instant: the close of a finished bar, or the open of the one under way.</summary>
    public (long Time, decimal Price)? LatestAt(long now)
    {
        if (bars.LatestAt(now) is not { } bar)
        {
            return null;
        }

        return IsFinished(bar, now) ? (bar.OpenTime + length, bar.Close) : (bar.OpenTime, bar.Open);
    }

    private Bar SeenAt(Bar bar, long now) => IsFinished(bar, now) ? bar : new Bar(bar.OpenTime, bar.Open, bar.Open, bar.Open, bar.Open, 0, 0);

    private bool IsFinished(Bar bar, long now) => bar.OpenTime + length <= now;
}
