using System.Globalization;
using System.Text;
using OmnipotentFutures.Backtest.Scores;
using OmnipotentFutures.LiquidationHeatmap.Model;

namespace OmnipotentFutures.Backtest.Report;

/// <summary>Writes reports for people to read.</summary>
internal static class ReportText
{
    public static string Write(LiquidationsReport report)
    {
        var text = new StringBuilder();
        var hourly = report.Hourly;
        Line(text, $"Liquidations of {report.Symbol}, parameters {report.ParametersVersion}. Figures in brackets are 95 % intervals (circular block bootstrap).");
        Line(text, $"");
        Line(text, $"1. How much by the hour, given the hour's prices: predicted against realised USD; logs are of the volume and 10,000 USD");
        Line(text, $"   {hourly.ScoredHours} hours held out, {hourly.From:yyyy-MM-dd HH:mm} to {hourly.To:yyyy-MM-dd HH:mm} UTC; {hourly.FittedHours} hours before them give baselines without a scale theirs");
        WriteHeadline(text, hourly.Rows);
        WriteVolumes(text, "longs", hourly.Rows, row => row.Longs);
        WriteVolumes(text, "shorts", hourly.Rows, row => row.Shorts);
        WriteVolumes(text, "longs and shorts added up", hourly.Rows, row => row.Total);
        if (report.Maps is [var any, ..])
        {
            Line(text, $"");
            Line(text, $"2. Where, knowing nothing of the path: a map frozen each hour, its heaviest {any.TopBands} of {any.Bands} bands of 0.25 % within 10 %");
            foreach (var map in report.Maps)
            {
                WriteMap(text, map);
            }
        }

        Line(text, $"");
        WriteCascades(text, report.Cascades);
        if (report.Fits is not [])
        {
            Line(text, $"");
            WriteFits(text, report.Fits);
        }

        Line(text, $"");
        WriteData(text, report);
        return text.ToString().TrimEnd();
    }

    public static string Write(SimulatedReport report)
    {
        var text = new StringBuilder();
        Line(text, $"Liquidations of {report.Symbol} in a SIMULATED market (seed {report.Seed}, {report.Days} days), parameters {report.ParametersVersion}");
        Line(text, $"");
        Line(text, $"3. The estimated book against the true one, by bands of 0.25 % within 20 % of the price; means of {report.Moments.Count} moments a day apart, lowest and highest in brackets");
        Line(text, $"   {report.Moments[0]:yyyy-MM-dd HH:mm} to {report.Moments[^1]:yyyy-MM-dd HH:mm} UTC; {report.TrueNotional / 1e6:0} million USDT truly stand there in the mean");
        Line(text, $"");
        var table = new TextTable("", "estimated / true", "explained", "explained when scaled", "rank corr.");
        foreach (var row in report.Rows)
        {
            table.Add(row.Name, Show(row.TotalRatio), Show(row.Overlap), Show(row.ScaledOverlap), Show(row.Rank));
        }

        table.WriteTo(text);
        Line(text, $"");
        Line(text, $"Brackets: {Brackets(report.BracketsAssumed)}");
        return text.ToString().TrimEnd();
    }

    private static void WriteHeadline(StringBuilder text, IReadOnlyList<HourlyRow> rows)
    {
        Line(text, $"");
        var table = new TextTable("longs and shorts as two points", "rank corr.", "log corr. (10k+)", "linear corr.", "total ratio", "book's lead in rank");
        foreach (var row in rows)
        {
            table.Add(
                row.Name, Show(row.Pooled.Rank), Show(row.Pooled.Log), Show(row.Pooled.Linear), Show(row.Pooled.TotalRatio), Show(row.BookLead));
        }

        table.WriteTo(text);
    }

    private static void WriteVolumes(StringBuilder text, string title, IReadOnlyList<HourlyRow> rows, Func<HourlyRow, VolumeScore> pick)
    {
        Line(text, $"");
        var table = new TextTable(title, "rank corr.", "log corr. (10k+)", "linear corr.", "total ratio");
        foreach (var row in rows)
        {
            var score = pick(row);
            table.Add(row.Name, Show(score.Rank), Show(score.Log), Show(score.Linear), Show(score.TotalRatio));
        }

        table.WriteTo(text);
    }

    private static void WriteMap(StringBuilder text, MapReport map)
    {
        var side = map.Side == PositionSide.Long ? "longs below" : "shorts above";
        Line(text, $"");
        Line(text, $"   {map.HorizonHours} h, {side}: {map.Freezes} maps ({map.Quiet} more saw no band reached)");
        Line(text, $"   {map.TouchedBands:0.0} bands were entered in the mean, and {map.Attributed:P0} of the volume fell into them");
        var table = new TextTable("", "precision", "capture", "lead, h", "rank among entered");
        foreach (var row in map.Rows)
        {
            table.Add(row.Name, Show(row.Precision), Show(row.Capture), Show(row.MedianLeadHours, "0.0"), Show(row.RankAmongTouched));
        }

        table.WriteTo(text);
    }

    private static void WriteCascades(StringBuilder text, IReadOnlyList<CascadeReport> cascades)
    {
        Line(text, $"4. Cascades: within {CascadeProbability.HorizonHours} h an hour of at least {CascadeProbability.Multiple:0} times the median hour of the 7 days before");
        var table = new TextTable("", "base rate fitted", "base rate held out", "cases held out", "Brier skill", "over own rate", "said/seen by fifths");
        foreach (var cascade in cascades)
        {
            table.Add(
                cascade.Side == PositionSide.Long ? "down (longs)" : "up (shorts)",
                Show(cascade.FittedBaseRate, "0.00"),
                Show(cascade.BaseRate, "0.00"),
                cascade.Cases.ToString(CultureInfo.InvariantCulture),
                Show(cascade.BrierSkill),
                Show(cascade.BrierSkillOverOwnRate),
                string.Join(" ", cascade.Reliability.Select(bin => string.Create(CultureInfo.InvariantCulture, $"{bin.Said:.00}/{bin.Seen:.00}"))));
        }

        table.WriteTo(text);
    }

    private static void WriteFits(StringBuilder text, IReadOnlyList<FitReport> fits)
    {
        Line(text, $"5. Fitted parameters, used above, and how stable they are");
        string[] names = [.. fits[0].Parameters.Tiers.Select(tier => string.Create(CultureInfo.InvariantCulture, $"{tier.Leverage}x"))];
        var table = new TextTable(["", .. names, "thin", "h per %", "liquidated", "cascade: intercept", "distance", "season"]);
        foreach (var (to, parameters, cascade) in fits)
        {
            table.Add(
            [
                to,
                .. parameters.Tiers.Select(tier => Show(tier.Share, "0.000")),
                Show(parameters.ThinShare, "0.0000"),
                Show(parameters.HalfLifePerPercent.TotalHours, "0.00"),
                Show(parameters.LiquidatedShare, "0.0000"),
                Show(cascade.Intercept, "0.000"),
                Show(cascade.PerDistance, "0.000"),
                Show(cascade.PerSeason, "0.000"),
            ]);
        }

        table.WriteTo(text);
    }

    private static void WriteData(StringBuilder text, LiquidationsReport report)
    {
        var (data, recording) = (report.Data, report.Data.Recording);
        Line(text, $"Read: {data.From:yyyy-MM-dd HH:mm} to {data.To:yyyy-MM-dd HH:mm} UTC, {recording.Bars} bars in {recording.Hours} hours; {data.RealisedHours} hours of realised liquidations");
        Line(text, $"  gaps: {recording.Gaps}, in which {recording.MissingBars} bars are missing");
        Line(text, $"  open interest: missing in {recording.HoursMissingOpenInterest} hours");
        Line(text, recording.MarkMinutes is { } minutes
            ? $"  mark price: bars of {minutes} minutes, missing in {recording.HoursMissingMark} hours, where traded prices stand in"
            : (FormattableString)$"  mark price: none; traded prices stand in");
        Line(text, $"  volumes: {(recording.HasVolumes ? "of every bar" : "not of every bar; time at price stands in for the volume profile")}");
        Line(text, $"  brackets: {Brackets(report.BracketsAssumed)}");
    }

    private static string Brackets(bool areAssumed) => areAssumed ? "the usual ones, assumed for this contract" : "the contract's own";

    private static string Show(Spread? spread) =>
        spread is var (mean, lowest, highest) ? string.Create(CultureInfo.InvariantCulture, $"{mean:0.00} [{lowest:0.00}, {highest:0.00}]") : "-";

    private static string Show(Estimate estimate) => estimate switch
    {
        { Value: null } => "-",
        { Low: { } low, High: { } high } => string.Create(CultureInfo.InvariantCulture, $"{estimate.Value:0.00} [{low:0.00}, {high:0.00}]"),
        _ => Show(estimate.Value, "0.00"),
    };

    private static string Show(double? value, string format) => value?.ToString(format, CultureInfo.InvariantCulture) ?? "-";

    private static void Line(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
