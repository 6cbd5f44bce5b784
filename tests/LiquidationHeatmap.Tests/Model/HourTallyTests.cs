using FsCheck.Xunit;
using OmnipotentFutures.LiquidationHeatmap.Model;

namespace OmnipotentFutures.LiquidationHeatmap.Tests.Model;

[Properties(Arbitrary = [typeof(RandomMarket)])]
public sealed class HourTallyTests
{
    private const long Minute = 60_000;
    private const long Hour = 60 * Minute;

    [Fact]
    public void Bars_are_added_up_to_hours_and_an_unfinished_one_is_not_in_the_week()
    {
        var tally = Tallied(Enumerable.Range(0, 12 + 11).Select(i => Bar(i * 5 * Minute, 5, 100 + i, 90 - i)));

        tally.Hours.ShouldBe([new(0, Hour, 111, 79, 12, 24), new(Hour, (2 * Hour) - (5 * Minute), 122, 68, 11, 22)]);
        tally.FinishedWeek().ShouldBe([tally.Hours[0]]);

        tally.Add(Bar((2 * Hour) - (5 * Minute), 5, 100, 99), Forced());
        tally.FinishedWeek().Count.ShouldBe(2);
    }

    [Fact]
    public void Bars_longer_than_an_hour_are_left_out()
    {
        var tally = Tallied([Bar(0, 120, 2, 1), Bar(2 * Hour, 60, 4, 3)]);

        tally.FinishedWeek().ShouldBe([new(2 * Hour, 3 * Hour, 4, 3, 1, 2)]);
    }

    [Fact]
    public void The_week_is_the_last_168_hours_whatever_is_missing_in_them()
    {
        var all = Tallied(Enumerable.Range(0, 1000).Select(i => Bar(i * Hour, 60, 2, 1)));
        all.FinishedWeek().Select(hour => hour.Start / Hour).ShouldBe(Enumerable.Range(832, 168).Select(hour => (long)hour));
        all.Hours.Count.ShouldBeLessThanOrEqualTo(2 * HourTally.Window);

        var gaps = Tallied(Enumerable.Range(0, 1000).Where(i => i % 3 > 0).Select(i => Bar(i * Hour, 60, 2, 1)));
        gaps.FinishedWeek().Select(hour => hour.Start / Hour).ShouldBe(Enumerable.Range(831, 168).Where(i => i % 3 > 0).Select(hour => (long)hour));
    }

    [Fact]
    public void No_hour_is_no_week()
    {
        new HourTally().FinishedWeek().ShouldBeEmpty();
        Tallied([Bar(0, 5, 2, 1)]).FinishedWeek().ShouldBeEmpty();
    }

    [Property]
    public void Replay_tallies_what_its_book_liquidates(MarketBar[] bars)
    {
        var replay = new BookReplay(LiquidationBook.For(BookParameters.Default, Ladders.Btc, bars));

        var forced = bars.Select(bar => (bar, forced: replay.Advance(bar))).Where(pair => pair.bar.Length <= TimeSpan.FromHours(1)).ToList();

        var longs = forced.Sum(pair => pair.forced.Longs);
        replay.Tally.Hours.Sum(hour => hour.Longs).ShouldBe(longs, 1e-9 * (1 + longs));
        replay.Tally.Hours.Select(hour => hour.Start).ShouldBe(forced.Select(pair => pair.bar.OpenTime / Hour * Hour).Distinct());
    }

    [Property]
    public void Clone_goes_its_own_way(MarketBar[] bars)
    {
        var replay = new BookReplay(LiquidationBook.For(BookParameters.Default, Ladders.Btc, bars));
        Array.ForEach(bars[..^1], bar => replay.Advance(bar));
        var (hours, opened) = (replay.Tally.Hours.ToList(), replay.Book.Opened);

        var clone = replay.Clone();
        var forced = clone.Advance(bars[^1]);

        replay.Tally.Hours.ShouldBe(hours);
        replay.Book.Opened.ShouldBe(opened);
        replay.Advance(bars[^1]).ShouldBe(forced);
        replay.Tally.Hours.ShouldBe(clone.Tally.Hours);
    }

    private static HourTally Tallied(IEnumerable<MarketBar> bars)
    {
        var tally = new HourTally();
        foreach (var bar in bars)
        {
            tally.Add(bar, Forced());
        }

        return tally;
    }

    private static MarketBar Bar(long time, int minutes, double high, double low) =>
        new(time, TimeSpan.FromMinutes(minutes), high, low, low, high, low, null);

    private static ForcedVolume Forced() => new(0, default, 1, 2);
}
