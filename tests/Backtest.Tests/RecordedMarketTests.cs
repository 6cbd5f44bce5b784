using System.Text.Json;
using OmnipotentFutures.Backtest.Recording;
using OmnipotentFutures.Backtest.Scores;
using OmnipotentFutures.Backtest.Tests.Support;
using OmnipotentFutures.LiquidationHeatmap.Model;
using OmnipotentFutures.Tests;

namespace OmnipotentFutures.Backtest.Tests;

public sealed class RecordedMarketTests
{
    private static readonly string Market = SharedFolder.PathOf("market");
    private static readonly string Realised = Path.Combine(Market, "realisedLiquidations", "BTC-1h.csv");

    [SharedFolderFact("market/realisedLiquidations")]
    public void Book_ranks_held_out_hours_better_than_every_baseline()
    {
        var history = History.Read(Market, "BTCUSDT");
        var split = HourSplit.Of(history.Hours, RealisedVolumes.Read(Realised));

        var (report, _) = LiquidationsBacktest.Run(
            history, split, BookParameters.Default, CascadeProbability.Default, BuiltInBrackets.For("BTCUSDT"));

        var (book, baselines) = (report.Hourly.Rows[0], report.Hourly.Rows.Skip(1).ToList());
        report.Hourly.ScoredHours.ShouldBeGreaterThan(300);
        baselines.Count.ShouldBe(4);
        foreach (var baseline in baselines)
        {
            book.Pooled.Rank.Value!.Value.ShouldBeGreaterThan(baseline.Pooled.Rank.Value!.Value, baseline.Name);
            baseline.BookLead.Low!.Value.ShouldBeGreaterThan(0, baseline.Name);
        }
    }

    [SharedFolderFact("market/realisedLiquidations")]
    public void Shipped_parameters_reach_the_figures_that_docs_state()
    {
        var history = History.Read(Market, "BTCUSDT");
        var split = HourSplit.Of(history.Hours, RealisedVolumes.Read(Realised));

        var (report, _) = LiquidationsBacktest.Run(
            history, split, BookParameters.Default, CascadeProbability.Default, BuiltInBrackets.For("BTCUSDT"));

        var pooled = report.Hourly.Rows[0].Pooled;
        pooled.Rank.Value!.Value.ShouldBeGreaterThan(0.84);
        pooled.Log.Value!.Value.ShouldBeGreaterThan(0.90);
        pooled.Linear.Value!.Value.ShouldBeGreaterThan(0.94);
        pooled.TotalRatio.Value!.Value.ShouldBeInRange(0.95, 1.05);
        var stated = CascadeCalibration.Default;
        ShouldBeAsStated(PositionSide.Long, stated.BaseRateDown, stated.BrierSkillDown);
        ShouldBeAsStated(PositionSide.Short, stated.BaseRateUp, stated.BrierSkillUp);

        void ShouldBeAsStated(PositionSide side, double baseRate, BrierSkill skill)
        {
            var cascade = report.Cascades.Single(cascade => cascade.Side == side);
            cascade.FittedCases.ShouldBe(stated.Hours);
            cascade.FittedBaseRate!.Value.ShouldBe(baseRate, 0.001);
            cascade.BrierSkill.Value!.Value.ShouldBe(skill.Value, 0.006);
            cascade.BrierSkill.Low!.Value.ShouldBe(skill.Low, 0.006);
            cascade.BrierSkill.High!.Value.ShouldBe(skill.High, 0.006);
        }
    }

    [SharedFolderFact("market/realisedLiquidations")]
    public void Shipped_parameters_are_those_of_the_fit_rounded()
    {
        var history = History.Read(Market, "BTCUSDT");
        var split = HourSplit.Of(history.Hours, RealisedVolumes.Read(Realised));

        var fit = LiquidationsBacktest.Fit(history, split, BuiltInBrackets.For("BTCUSDT").Ladder)[0];

        var shipped = BookParameters.Default;
        foreach (var (fitted, tier) in fit.Parameters.Tiers.Zip(shipped.Tiers))
        {
            fitted.Share.ShouldBe(tier.Share, 0.001, $"{tier.Leverage}x");
        }

        fit.Parameters.ThinShare.ShouldBe(shipped.ThinShare, 0.0001);
        fit.Parameters.HalfLifePerPercent.TotalHours.ShouldBe(shipped.HalfLifePerPercent.TotalHours, 0.1);
        fit.Parameters.LiquidatedShare.ShouldBe(shipped.LiquidatedShare, 0.002);
        fit.Cascade.Intercept.ShouldBe(CascadeProbability.Default.Intercept, 0.01);
        fit.Cascade.PerDistance.ShouldBe(CascadeProbability.Default.PerDistance, 0.01);
        fit.Cascade.PerSeason.ShouldBe(CascadeProbability.Default.PerSeason, 0.01);
    }

    [SharedFolderFact("market/realisedLiquidations")]
    public async Task Command_reports_and_predicts_every_hour()
    {
        var file = Path.GetTempFileName();
        try
        {
            var outcome = await Outcome.OfAsync(
                "liquidations", "--market", Market, "--symbol", "BTCUSDT", "--realised", Realised, "--json", "--predictions", file);

            outcome.Error.ShouldBeEmpty();
            outcome.Code.ShouldBe(0);
            JsonDocument.Parse(outcome.Output).RootElement.GetProperty("maps").GetArrayLength().ShouldBe(4);
            var times = File.ReadLines(file).Skip(1).Select(line => long.Parse(line.Split(',')[0], System.Globalization.CultureInfo.InvariantCulture)).ToList();
            // 2025-12-26 22:00 to 2026-01-29 17:00 UTC.
            times.ShouldBe(Enumerable.Range(0, 812).Select(hour => 1766786400000 + (hour * HistoryHour.Length)));
        }
        finally
        {
            File.Delete(file);
        }
    }
}
