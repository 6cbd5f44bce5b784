namespace OmnipotentFutures.Backtest.Recording;

/// <summary>An hour of a history, with at least one bar in it.</summary>
public sealed class HistoryHour
{
    /// <summary>Length of an hour, ms.</summary>
    public const long Length = 12 * HistoryBar.Length;

    /// <summary>Bars of a whole hour.</summary>
    public const int WholeBars = (int)(Length / HistoryBar.Length);

    // With less than half of it an hour says nothing of its range.
    private const int FewestBars = WholeBars / 2;

    /// <summary>Gathers an hour.</summary>
    /// <param name="start">Its start, Unix ms.</param>
    /// <param name="bars">Its bars, oldest first, at least one.</param>
    /// <param name="openInterest">The last open interest known at its start, base units; null before the first reading.</param>
    public HistoryHour(long start, IReadOnlyList<HistoryBar> bars, double? openInterest)
    {
        ArgumentNullException.ThrowIfNull(bars);
        Start = start;
        Bars = bars;
        OpenInterest = openInterest;
        Open = bars[0].Open;
        High = bars.Max(bar => bar.Market.High);
        Low = bars.Min(bar => bar.Market.Low);
        TriggerHigh = bars.Max(bar => bar.Market.TriggerHigh);
        TriggerLow = bars.Min(bar => bar.Market.TriggerLow);
    }

    /// <summary>Start, Unix ms.</summary>
    public long Start { get; }

    /// <summary>Its bars, oldest first.</summary>
    public IReadOnlyList<HistoryBar> Bars { get; }

    /// <summary>The last open interest known at its start, base units, one side; null before the first reading.</summary>
    public double? OpenInterest { get; }

    /// <summary>First traded price, USDT: the price at its start.</summary>
    public double Open { get; }

    /// <summary>Highest traded price, USDT.</summary>
    public double High { get; }

    /// <summary>Lowest traded price, USDT.</summary>
    public double Low { get; }

    /// <summary>Highest price that liquidates, USDT.</summary>
    public double TriggerHigh { get; }

    /// <summary>Lowest price that liquidates, USDT.</summary>
    public double TriggerLow { get; }

    /// <summary>Whether enough of the hour was recorded to be scored: half of its bars.</summary>
    public bool IsScorable => Bars.Count >= FewestBars;

    /// <summary>Cuts bars into hours; an hour without bars is left out.</summary>
    /// <param name="bars">Bars, oldest first.</param>
    /// <returns>Hours, oldest first.</returns>
    public static IReadOnlyList<HistoryHour> Of(IReadOnlyList<HistoryBar> bars)
    {
        ArgumentNullException.ThrowIfNull(bars);

        HistoryBar[] all = [.. bars];
        var hours = new List<HistoryHour>();
        double? openInterest = null;
        for (var first = 0; first < all.Length;)
        {
            var start = all[first].Market.OpenTime / Length * Length;
            var end = first;
            var atStart = openInterest;
            for (; end < all.Length && all[end].Market.OpenTime < start + Length; end++)
            {
                openInterest = all[end].Market.OpenInterest ?? openInterest;
            }

            hours.Add(new HistoryHour(start, new ArraySegment<HistoryBar>(all, first, end - first), atStart));
            first = end;
        }

        return hours;
    }
}
