using OmnipotentFutures.Backtest.Baselines;
using OmnipotentFutures.Backtest.Model;
using OmnipotentFutures.Backtest.Recording;
using OmnipotentFutures.Backtest.Report;
using OmnipotentFutures.Backtest.Scores;
using OmnipotentFutures.LiquidationHeatmap.Model;

namespace OmnipotentFutures.Backtest;

/// <summary>Replays a history through the book and the baselines, and scores them against what was really liquidated.</summary>
internal static class LiquidationsBacktest
{
    /// <param name="history">The contract's history.</param>
    /// <param name="realised">What was liquidated.</param>
    /// <param name="parameters">The book's assumptions.</param>
    /// <returns>The report, and the book's volume of every hour.</returns>
    public static (LiquidationsReport Report, IReadOnlyList<HourlyVolume> Predictions) Run(
        History history, RealisedVolumes realised, BookParameters parameters)
    {
        var hours = history.Hours;
        var split = HourSplit.Of(hours, realised);
        var (ladder, isAssumed) = BuiltInBrackets.For(history.Symbol);

        var book = FrozenMaps.Of(new BookReplay(parameters, ladder), hours);
        var levels = FrozenMaps.Of(new LevelsAtPrice(), hours);
        var profile = FrozenMaps.Of(new VolumeProfile(history.Coverage.HasVolumes, VolumeProfile.UsualMemory), hours);

        var report = new LiquidationsReport
        {
            Symbol = history.Symbol,
            ParametersVersion = BookParameters.Version,
            BracketsAssumed = isAssumed,
            Hourly = HourlyReport.Of(
                hours,
                split,
                [
                    (book.Name, book.Volumes),
                    ("range squared", split.Scaled(RangeSquared.Of(hours))),
                    (levels.Name, levels.Volumes),
                    (profile.Name, split.Scaled(profile.Volumes)),
                    ("range of the hour before", split.Scaled(RangeSquared.OfHourBefore(hours))),
                ]),
            Maps = MapReport.Of(hours, split, [book, levels, profile]),
            Data = new DataReport(history.Coverage, realised.Count, At(hours[0].Start), At(hours[^1].Bars[^1].Market.OpenTime + HistoryBar.Length)),
        };
        return (report, book.Volumes);
    }

    private static DateTimeOffset At(long time) => DateTimeOffset.FromUnixTimeMilliseconds(time);
}
