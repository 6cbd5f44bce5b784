namespace OmnipotentFutures.Backtest.Recording;

/// <summary>What a history holds, and what is missing in it.</summary>
public sealed record HistoryCoverage
{
    /// <summary>Five-minute bars.</summary>
    public required int Bars { get; init; }

    /// <summary>Gaps between bars.</summary>
    public required int Gaps { get; init; }

    /// <summary>Bars that are missing in the gaps.</summary>
    public required int MissingBars { get; init; }

    /// <summary>Hours with a bar.</summary>
    public required int Hours { get; init; }

    /// <summary>Hours in which open interest is missing at the end of a bar: nothing is opened there.</summary>
    public required int HoursMissingOpenInterest { get; init; }

    /// <summary>Hours in which a bar has no mark price: the traded price stands in.</summary>
    public required int HoursMissingMark { get; init; }

    /// <summary>Length of the mark price bars, minutes; null when there are none.</summary>
    public required int? MarkMinutes { get; init; }

    /// <summary>Whether every bar has a volume.</summary>
    public required bool HasVolumes { get; init; }

    /// <summary>Takes stock of hours.</summary>
    /// <param name="hours">Hours, oldest first, at least one.</param>
    /// <param name="markMinutes">Length of the mark price bars, minutes; null when there are none.</param>
    /// <returns>What they hold.</returns>
    public static HistoryCoverage Of(IReadOnlyList<HistoryHour> hours, int? markMinutes)
    {
        ArgumentNullException.ThrowIfNull(hours);

        HistoryBar[] bars = [.. hours.SelectMany(hour => hour.Bars)];
        long[] missing = [.. bars.Zip(bars.Skip(1), (bar, next) => ((next.Market.OpenTime - bar.Market.OpenTime) / HistoryBar.Length) - 1)];
        return new HistoryCoverage
        {
            Bars = bars.Length,
            Gaps = missing.Count(count => count > 0),
            MissingBars = (int)missing.Sum(),
            Hours = hours.Count,
            HoursMissingOpenInterest = hours.Count(hour => hour.Bars.Any(bar => bar.Market.OpenInterest is null)),
            HoursMissingMark = hours.Count(hour => hour.Bars.Any(bar => !bar.Market.IsMarkTriggered)),
            MarkMinutes = markMinutes,
            HasVolumes = Array.TrueForAll(bars, bar => bar.Volume is not null),
        };
    }
}
