using OmnipotentFutures.Backtest.Recording;
using OmnipotentFutures.LiquidationHeatmap.Model;

namespace OmnipotentFutures.Backtest.Fitting;

/// <summary>One side at the start of an hour: what the signs were, and whether a cascade came.</summary>
/// <param name="Hour">Index of the hour.</param>
/// <param name="Side">The side of the positions.</param>
/// <param name="Signs">What the service could see then; it knows no realised liquidations.</param>
/// <param name="IsEvent">Whether a realised hour of the next four was a cascade.</param>
public readonly record struct CascadeCase(int Hour, PositionSide Side, CascadeSigns Signs, bool IsEvent)
{
    /// <summary>Finds the cases of a history.</summary>
    /// <param name="hours">Its hours, oldest first.</param>
    /// <param name="realised">What was liquidated in an hour; null where it is not known.</param>
    /// <param name="parameters">The book's assumptions.</param>
    /// <param name="ladder">The contract's brackets.</param>
    /// <returns>Every hour and side whose signs, week before and four hours after are known.</returns>
    public static IReadOnlyList<CascadeCase> Of(
        IReadOnlyList<HistoryHour> hours, Func<long, HourlyVolume?> realised, BookParameters parameters, BracketLadder ladder)
    {
        ArgumentNullException.ThrowIfNull(hours);
        ArgumentNullException.ThrowIfNull(realised);
        ArgumentNullException.ThrowIfNull(parameters);

        var cases = new List<CascadeCase>();
        var replay = new BookReplay(LiquidationBook.For(parameters, ladder, [.. hours.SelectMany(hour => hour.Bars).Select(bar => bar.Market)]));
        for (var i = 0; i < hours.Count; i++)
        {
            var week = replay.Tally.FinishedWeek();
            if (week.Count >= CascadeSigns.MinHours)
            {
                var book = replay.Book.At(hours[i].Open);
                foreach (var side in new[] { PositionSide.Long, PositionSide.Short })
                {
                    if (CascadeSigns.Read(side, week, book, parameters.LiquidatedShare) is { } signs && IsCascade(side, hours[i].Start, realised) is { } isEvent)
                    {
                        cases.Add(new CascadeCase(i, side, signs, isEvent));
                    }
                }
            }

            foreach (var bar in hours[i].Bars)
            {
                replay.Advance(bar.Market);
            }
        }

        return cases;
    }

    private static bool? IsCascade(PositionSide side, long start, Func<long, HourlyVolume?> realised)
    {
        double[] week = [.. Known(start - (HourTally.Window * HistoryHour.Length), HourTally.Window)];
        double[] coming = [.. Known(start, CascadeProbability.HorizonHours)];
        if (week.Length < CascadeSigns.MinHours || coming.Length < CascadeProbability.HorizonHours)
        {
            return null;
        }

        var median = CascadeSigns.Median(week);
        return median > 0 ? coming.Max() >= CascadeProbability.Multiple * median : null;

        IEnumerable<double> Known(long first, int count) =>
            from ahead in Enumerable.Range(0, count)
            let volume = realised(first + (ahead * HistoryHour.Length))
            where volume is not null
            select side == PositionSide.Long ? volume.Value.Longs : volume.Value.Shorts;
    }
}
