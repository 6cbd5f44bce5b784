using OmnipotentFutures.Backtest.Model;
using OmnipotentFutures.Backtest.Recording;
using OmnipotentFutures.Backtest.Report;
using OmnipotentFutures.Backtest.Scores;
using OmnipotentFutures.Backtest.Tests.Support;
using OmnipotentFutures.LiquidationHeatmap.Model;

namespace OmnipotentFutures.Backtest.Tests.Scores;

public sealed class MapReportTests : IDisposable
{
    private const int HourCount = 100;

    // Each hour falls by 1.3 bands of the price it opens at.
    private static readonly IReadOnlyList<HistoryHour> Falling =
    [
        .. Enumerable.Range(0, HourCount).Select(hour => Hours.Through(hour, Price(hour), Price(hour + 1))),
    ];

    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void Longs_are_looked_for_where_the_price_went()
    {
        var report = Score(Map("near", band => 40 - band), Map("far", band => band)).First(report => report is { HorizonHours: 4, Side: PositionSide.Long });

        // The last 40 of 100 hours are held out, the last 3 of which have no 4 hours left. Four falls in a row go 5.17 bands: bands 1 to 5.
        report.Freezes.ShouldBe(37);
        report.Quiet.ShouldBe(0);
        report.TouchedBands.ShouldBe(5);
        Row(report, "near").Precision.Value!.Value.ShouldBe(1, 1e-12);
        Row(report, "near").Capture.Value!.Value.ShouldBeInRange(0.9, 0.999, "band 5 is entered, and is not of the nearest four");
        Row(report, "far").Precision.Value!.Value.ShouldBe(0);
        Row(report, "far").MedianLeadHours.ShouldBeNull();
        Row(report, "nearest bands").ShouldBe(Row(report, "near") with { Name = "nearest bands" });
        Row(report, "random tenth").Precision.Value!.Value.ShouldBe(5 / 39.0, 1e-12);
    }

    [Fact]
    public void Side_that_the_price_never_went_to_is_left_out() =>
        Score(Map("near", band => 40 - band)).ShouldAllBe(report => report.Side == PositionSide.Long);

    [Fact]
    public void Leads_are_above_zero() =>
        Score(Map("near", band => 40 - band)).ShouldAllBe(report => report.Rows[0].MedianLeadHours > 0);

    private static double Price(int hour) => 1000 * Math.Pow(1 - (1.3 * PriceBands.Width), hour);

    private static MapRow Row(MapReport report, string name) => report.Rows.Single(row => row.Name == name);

    private static FrozenMaps Map(string name, Func<int, double> weight)
    {
        double[][] maps = [.. Enumerable.Repeat<double[]>([.. Enumerable.Range(0, FrozenMaps.Bands).Select(weight)], HourCount)];
        return new FrozenMaps(name, maps, maps, []);
    }

    private IReadOnlyList<MapReport> Score(params FrozenMaps[] maps)
    {
        File.WriteAllLines(_file, ["timestamp,liquidation_long_usd,liquidation_short_usd", .. Falling.Select(hour => $"{hour.Start},100,5")]);
        return MapReport.Of(Falling, HourSplit.Of(Falling, RealisedVolumes.Read(_file)), maps);
    }
}
