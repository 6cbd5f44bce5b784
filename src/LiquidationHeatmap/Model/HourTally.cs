namespace OmnipotentFutures.LiquidationHeatmap.Model;

/// <summary>What a book and the price did in each of the last hours, for a week back.</summary>
public sealed class HourTally
{
    /// <summary>Hours that are kept.</summary>
    public const int Window = 168;

    private const long HourMs = 3_600_000;

    private readonly List<TalliedHour> _hours = [];

    /// <summary>The hours of a bar or more, oldest first; the last one may be unfinished.</summary>
    public IReadOnlyList<TalliedHour> Hours => _hours;

    /// <summary>Counts a bar. One longer than an hour does not tell its hours apart and is left out.</summary>
    /// <param name="bar">The bar, later than those before.</param>
    /// <param name="forced">What it liquidated.</param>
    public void Add(in MarketBar bar, ForcedVolume forced)
    {
        if (bar.Length.TotalMilliseconds > HourMs)
        {
            return;
        }

        var start = bar.OpenTime / HourMs * HourMs;
        if (_hours.Count > 0 && _hours[^1].Start == start)
        {
            var hour = _hours[^1];
            _hours[^1] = hour with
            {
                End = bar.OpenTime + (long)bar.Length.TotalMilliseconds,
                High = Math.Max(hour.High, bar.High),
                Low = Math.Min(hour.Low, bar.Low),
                Longs = hour.Longs + forced.Longs,
                Shorts = hour.Shorts + forced.Shorts,
            };
            return;
        }

        _hours.Add(new TalliedHour(start, bar.OpenTime + (long)bar.Length.TotalMilliseconds, bar.High, bar.Low, forced.Longs, forced.Shorts));
        // A few more than the window, so that a removal does not come with every hour.
        if (_hours.Count > 2 * Window)
        {
            _hours.RemoveRange(0, Window);
        }
    }

    /// <summary>The finished hours of the week that ends with the last of them.</summary>
    /// <returns>Hours, oldest first.</returns>
    public IReadOnlyList<TalliedHour> FinishedWeek()
    {
        var finished = _hours.Count > 0 && _hours[^1].End < _hours[^1].Start + HourMs ? _hours.Count - 1 : _hours.Count;
        if (finished == 0)
        {
            return [];
        }

        var since = _hours[finished - 1].Start - ((Window - 1) * HourMs);
        return [.. _hours.Take(finished).SkipWhile(hour => hour.Start < since)];
    }

    /// <summary>A copy that goes its own way.</summary>
    /// <returns>The copy.</returns>
    public HourTally Clone()
    {
        var copy = new HourTally();
        copy._hours.AddRange(_hours);
        return copy;
    }
}

/// <summary>An hour.</summary>
/// <param name="Start">Start, Unix ms.</param>
/// <param name="End">End of its last bar, Unix ms.</param>
/// <param name="High">Highest traded price, USDT.</param>
/// <param name="Low">Lowest traded price, USDT.</param>
/// <param name="Longs">Longs that are expected to have been liquidated, USDT.</param>
/// <param name="Shorts">Shorts, likewise.</param>
public readonly record struct TalliedHour(long Start, long End, double High, double Low, double Longs, double Shorts)
{
    /// <summary>Height of the hour: log of high over low.</summary>
    public double Range => Math.Log(High / Low);

    /// <summary>What was liquidated on one side.</summary>
    /// <param name="side">The side.</param>
    /// <returns>USDT.</returns>
    public double Of(PositionSide side) => side == PositionSide.Long ? Longs : Shorts;
}
