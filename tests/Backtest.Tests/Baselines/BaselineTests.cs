using OmnipotentFutures.Backtest.Baselines;
using OmnipotentFutures.Backtest.Model;
using OmnipotentFutures.Backtest.Recording;
using OmnipotentFutures.Backtest.Tests.Support;
using OmnipotentFutures.LiquidationHeatmap.Model;

namespace OmnipotentFutures.Backtest.Tests.Baselines;

public sealed class BaselineTests
{
    [Fact]
    public void Range_squared_is_of_the_largest_fall_and_rise()
    {
        // Up by 4, down by 10, up by 2.
        var volume = RangeSquared.Of([Hours.Through(0, 100, 104, 94, 96)]).ShouldHaveSingleItem();

        volume.Longs.ShouldBe(0.01, 1e-12);
        volume.Shorts.ShouldBe(0.0016, 1e-12);
    }

    [Fact]
    public void Range_of_the_hour_before_comes_an_hour_later()
    {
        HistoryHour[] hours = [Hours.Through(0, 100, 90), Hours.Through(1, 90, 99)];

        var volumes = RangeSquared.OfHourBefore(hours);

        volumes[0].ShouldBe(new HourlyVolume(hours[0].Start, 0, 0));
        volumes[1].Start.ShouldBe(hours[1].Start);
        volumes[1].Longs.ShouldBe(0.01, 1e-12);
        volumes[1].Shorts.ShouldBe(0);
    }

    [Fact]
    public void Levels_at_the_price_spread_open_interest_over_four_leverages()
    {
        // 1000 contracts at 100 are 100 000 a side; a fall of 3 % reaches 100x at 99, 50x at 98, and 25x at 96 not.
        var levels = new List<StandingLevel>();

        var volume = new LevelsAtPrice().Replay([Hours.Through(0, 100, 97, 101)], (_, standing) => levels.AddRange(standing)).ShouldHaveSingleItem();

        volume.Longs.ShouldBe(50_000, 1e-6);
        volume.Shorts.ShouldBe(25_000, 1e-6);
        levels.Where(level => level.Side == PositionSide.Long).Select(level => Math.Round(level.Price, 9)).ShouldBe([90, 96, 98, 99]);
        levels.Where(level => level.Side == PositionSide.Short).Select(level => Math.Round(level.Price, 9)).ShouldBe([110, 104, 102, 101]);
    }

    [Fact]
    public void Volume_profile_opens_what_was_traded_before()
    {
        // All of the first hour is traded at 100; the second falls to 98.5 and so reaches what 100x stands at 99.
        var flat = Hours.Through(0, 100);
        var fall = Hours.Through(1, 100, 98.5);

        var volumes = new VolumeProfile(hasVolumes: true, VolumeProfile.UsualMemory).Replay([flat, fall], (_, _) => { });

        volumes[0].Total.ShouldBe(0);
        volumes[1].Longs.ShouldBe(12 * 100 / 4.0, 1e-6);
        volumes[1].Shorts.ShouldBe(0);
    }

    [Fact]
    public void Volume_profile_forgets()
    {
        var volumes = new VolumeProfile(hasVolumes: true, TimeSpan.FromHours(1))
            .Replay([Hours.Through(0, 100), Hours.Through(1, 90), Hours.Through(2, 100, 98.5)], (_, _) => { });

        volumes[2].Total.ShouldBe(0, 1e-9);
    }

    [Fact]
    public void Time_at_price_stands_in_for_volumes()
    {
        var flat = new HistoryHour(
            MarketFiles.Start, [.. Hours.Through(0, 100).Bars.Select(bar => bar with { Volume = null })], openInterest: null);

        var volumes = new VolumeProfile(hasVolumes: false, VolumeProfile.UsualMemory).Replay([flat, Hours.Through(1, 100, 98.5)], (_, _) => { });

        volumes[1].Longs.ShouldBe(12 / 4.0, 1e-9);
    }

    [Fact]
    public void Book_is_shown_as_it_stands_before_the_hour()
    {
        HistoryHour[] hours = [Hours.Through(0, 100), Hours.Through(1, 100, 90)];
        var standing = new List<double>();

        var volumes = new BookModel(BookParameters.Default, BuiltInBrackets.For("BTCUSDT").Ladder)
            .Replay(hours, (_, levels) => standing.Add(levels.Where(level => level.Side == PositionSide.Long).Sum(level => level.Notional)));

        standing[0].ShouldBe(0);
        standing[1].ShouldBeGreaterThan(0);
        volumes[0].Longs.ShouldBe(0);
        volumes[1].Longs.ShouldBeGreaterThan(0);
        volumes[1].Longs.ShouldBeGreaterThan(volumes[1].Shorts);
    }

    [Fact]
    public void Levels_are_summed_by_band_up_to_the_far_edge()
    {
        var sums = new PriceBands(1000, PositionSide.Long, 40).Sum(
            [new(PositionSide.Long, 999, 1), new(PositionSide.Long, 996, 2), new(PositionSide.Long, 900, 4), new(PositionSide.Long, 899, 8), new(PositionSide.Long, 1001, 16), new(PositionSide.Short, 996, 32)]);

        sums[0].ShouldBe(1);
        sums[1].ShouldBe(2);
        sums[39].ShouldBe(4);
        sums.Sum().ShouldBe(7);
    }

    [Fact]
    public void Reach_falls_with_distance_and_grows_with_time()
    {
        HistoryHour[] hours = [.. Enumerable.Range(0, 3).Select(hour => Hours.Through(hour, 100, 101, 100, 101, 100))];

        var (four, day) = (ReachChance.Of(hours, 4)[2], ReachChance.Of(hours, 24)[2]);

        four.ShouldBe(four.OrderDescending());
        four.Zip(day).ShouldAllBe(pair => pair.First <= pair.Second);
        four[0].ShouldBeInRange(0.5, 1);
        ReachChance.Of(hours, 4)[0].ShouldAllBe(chance => chance == 1, "no volatility is known yet");
    }
}
