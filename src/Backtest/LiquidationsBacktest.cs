using OmnipotentFutures.Backtest.Baselines;
using OmnipotentFutures.Backtest.Fitting;
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
    /// <param name="split">Which of its hours are scored, and what was liquidated in them.</param>
    /// <param name="parameters">The book's assumptions.</param>
    /// <param name="cascade">The cascade probability's coefficients.</param>
    /// <param name="brackets">The contract's brackets, and whether they are only assumed.</param>
    /// <returns>The report, and the book's volume of every hour.</returns>
    public static (LiquidationsReport Report, IReadOnlyList<HourlyVolume> Predictions) Run(
        History history, HourSplit split, BookParameters parameters, CascadeProbability cascade, (BracketLadder Ladder, bool IsAssumed) brackets)
    {
        var hours = history.Hours;
        var book = FrozenMaps.Of(new BookModel(parameters, brackets.Ladder), hours);
        var levels = FrozenMaps.Of(new LevelsAtPrice(), hours);
        var profile = FrozenMaps.Of(new VolumeProfile(history.Coverage.HasVolumes, VolumeProfile.UsualMemory), hours);

        var cases = CascadeCase.Of(hours, split.RealisedAt, parameters, brackets.Ladder);
        var report = new LiquidationsReport
        {
            Symbol = history.Symbol,
            ParametersVersion = BookParameters.Version,
            BracketsAssumed = brackets.IsAssumed,
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
            Cascades = [.. new[] { PositionSide.Long, PositionSide.Short }.Select(side => CascadeReport.Of(side, cases, split, cascade))],
            Data = new DataReport(
                history.Coverage,
                split.RealisedHours,
                At(hours[0].Bars[0].Market.OpenTime),
                At(hours[^1].Bars[^1].Market.OpenTime + HistoryBar.Length)),
        };
        return (report, book.Volumes);
    }

    /// <summary>Fits the parameters to the hours that may be fitted to, and to each half of them to show how stable they are.</summary>
    /// <param name="history">The contract's history.</param>
    /// <param name="split">Which of its hours may be fitted to, and what was liquidated in them.</param>
    /// <param name="ladder">The contract's brackets.</param>
    /// <returns>The fit to all of them first, then to the first and the second half.</returns>
    public static IReadOnlyList<FitReport> Fit(History history, HourSplit split, BracketLadder ladder)
    {
        var fit = new BookFit(history.Hours, ladder, split);
        var half = split.Fitted.Count / 2;
        return
        [
            Fit("all fitted hours", split.Fitted),
            Fit("their first half", [.. split.Fitted.Take(half)]),
            Fit("their second half", [.. split.Fitted.Skip(half)]),
        ];

        FitReport Fit(string name, IReadOnlyList<int> hours)
        {
            var parameters = fit.Fit(hours);
            var (first, last) = (hours[0], hours[^1]);
            CascadeCase[] cases =
            [
                .. CascadeCase.Of(history.Hours, split.RealisedAt, parameters, ladder)
                    .Where(@case => @case.Hour >= first && @case.Hour <= last && split.MayFitCascade(@case.Hour)),
            ];
            return new FitReport(name, parameters, cases is [] ? CascadeProbability.Default : CascadeFit.Fit(cases));
        }
    }

    private static DateTimeOffset At(long time) => DateTimeOffset.FromUnixTimeMilliseconds(time);
}
