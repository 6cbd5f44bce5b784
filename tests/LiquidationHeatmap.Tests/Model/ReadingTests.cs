using OmnipotentFutures.LiquidationHeatmap.Model;

namespace OmnipotentFutures.LiquidationHeatmap.Tests.Model;

public sealed class ReadingTests
{
    private static readonly PriceGrid Grid = new(10, 1000);

    [Fact]
    public void WhaleTargets_are_the_density_peaks_heaviest_first()
    {
        StandingLevel[] levels =
        [
            Long(95, 1), Long(95.05, 10), Long(95.1, 1),
            Long(90, 20), Long(90.05, 20),
            Long(70, 0.5),
            new(PositionSide.Short, 10, 110, 1000),
        ];

        var targets = WhaleTarget.Find(PositionSide.Long, levels, Grid, 2);

        targets.Count.ShouldBe(2);
        targets[0].Price.ShouldBe(90.025, 0.05);
        targets[0].Notional.ShouldBe((20 * 90) + (20 * 90.05), 0.01);
        targets[0].Levels.ShouldBe(2);
        targets[1].Price.ShouldBe(95.05, 0.05);
        targets[1].Levels.ShouldBe(3);
        targets.ShouldAllBe(target => target.Low <= target.Price && target.Price <= target.High);
    }

    [Fact]
    public void Zones_join_neighbours_of_one_tier_and_keep_the_heaviest()
    {
        StandingLevel[] levels = [Long(90, 1), Long(90.01, 3), Long(80, 2), Long(70, 1), new(PositionSide.Long, 50, 90, 7)];

        var zones = LiquidationZone.Heaviest(levels, 2).ToList();

        zones.Where(zone => zone.Leverage == 10).Select(zone => Math.Round(zone.Notional)).ShouldBe([360, 160]);
        zones.Single(zone => zone.Leverage == 50).Notional.ShouldBe(630);
        zones.First().Price.ShouldBe(((90 * 90) + (3 * 90.01 * 90.01)) / (90 + (3 * 90.01)), 1e-9);
    }

    [Theory]
    [InlineData(70, 30, PressureStatus.LongHeavy)]
    [InlineData(30, 70, PressureStatus.ShortHeavy)]
    [InlineData(55, 45, PressureStatus.Balanced)]
    [InlineData(0, 0, PressureStatus.Unknown)]
    public void Pressure_names_the_heavier_side(double longs, double shorts, PressureStatus status) =>
        new MarketPressure(longs, shorts).Status.ShouldBe(status);

    [Fact]
    public void Pressure_weighs_what_is_near()
    {
        StandingLevel[] levels = [Long(99, 1), new(PositionSide.Short, 10, 150, 1)];

        MarketPressure.Of(levels, 100, 0.002).Status.ShouldBe(PressureStatus.LongHeavy);
    }

    [Fact]
    public void Cascade_is_likelier_the_nearer_the_volume_stands()
    {
        var forced = Hours(24 * 7, longs: 10);

        var near = CascadeProbability.Of(PositionSide.Long, [Long(99, 3)], forced, 100, 0.01);
        var far = CascadeProbability.Of(PositionSide.Long, [Long(95, 3)], forced, 100, 0.01);

        // Twice the normal tail at one standard deviation, four times over.
        near!.Value.ShouldBe(1 - Math.Pow(1 - 0.3149, 4), 0.001);
        far!.Value.ShouldBeInRange(0, 0.01);
    }

    [Fact]
    public void Cascade_is_zero_when_too_little_stands() =>
        CascadeProbability.Of(PositionSide.Long, [Long(99, 1)], Hours(24 * 7, longs: 10), 100, 0.01).ShouldBe(0);

    [Fact]
    public void Cascade_is_not_known_from_a_short_or_quiet_history()
    {
        CascadeProbability.Of(PositionSide.Long, [Long(99, 9)], Hours(47, longs: 10), 100, 0.01).ShouldBeNull();
        CascadeProbability.Of(PositionSide.Long, [Long(99, 9)], Hours(24 * 7, longs: 0), 100, 0.01).ShouldBeNull();
        CascadeProbability.Of(PositionSide.Long, [Long(99, 9)], [], 100, 0.01).ShouldBeNull();
    }

    [Fact]
    public void Volatility_is_that_of_an_hour()
    {
        var bars = Enumerable.Range(0, 289).Select(i => Bar(i, i % 2 == 0 ? 100 : 100 * Math.Exp(0.001))).ToList();

        Volatility.PerHour(bars)!.Value.ShouldBe(0.001 * Math.Sqrt(12), 1e-12);
        Volatility.PerHour(bars[..1]).ShouldBeNull();
    }

    [Fact]
    public void Timeline_takes_the_finest_bars_and_leaves_no_overlap_and_no_gap()
    {
        var coarse = Enumerable.Range(0, 10).Select(i => Bar(i, 1) with { OpenTime = i * Hour, Length = TimeSpan.FromHours(1) }).ToList();
        // Begins in the middle of the hour that starts at 6: that hour stays coarse.
        var fine = Enumerable.Range(0, 40).Select(i => Bar(i, 2) with { OpenTime = (6 * Hour) + (30 * Minute) + (i * 5 * Minute) }).ToList();

        var joined = BarTimeline.Join(coarse, fine);

        joined.Take(7).ShouldAllBe(bar => bar.Close == 1);
        joined.Skip(7).ShouldAllBe(bar => bar.Close == 2);
        joined.Zip(joined.Skip(1)).ShouldAllBe(pair => pair.First.OpenTime + (long)pair.First.Length.TotalMilliseconds == pair.Second.OpenTime);
        BarTimeline.Join([], fine).ShouldBe(fine);
        BarTimeline.Join(coarse, []).ShouldBe(coarse);
    }

    private const long Minute = 60_000;
    private const long Hour = 60 * Minute;

    private static StandingLevel Long(double price, double contracts) => new(PositionSide.Long, 10, price, contracts);

    private static MarketBar Bar(int index, double price) =>
        new(index * 5 * Minute, TimeSpan.FromMinutes(5), price, price, price, price, price, null);

    private static List<ForcedVolume> Hours(int count, double longs) =>
        [.. Enumerable.Range(0, count).Select(i => new ForcedVolume(i * Hour, TimeSpan.FromHours(1), longs, 0))];
}
