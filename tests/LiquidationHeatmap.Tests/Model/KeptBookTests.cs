using OmnipotentFutures.LiquidationHeatmap.Model;

namespace OmnipotentFutures.LiquidationHeatmap.Tests.Model;

public sealed class KeptBookTests
{
    private const long Start = 100_000;
    private static readonly BookParameters Parameters = BookParameters.Default;

    [Fact]
    public void First_reading_is_the_book_of_the_history()
    {
        var bars = Market.At(Start + 3);

        ShouldBeAlike(new KeptBook(Parameters).Read(Ladders.Btc, bars), Rebuilt(bars));
    }

    [Fact]
    public void Bar_by_bar_the_kept_book_is_the_one_that_all_bars_would_build()
    {
        var kept = new KeptBook(Parameters);
        var all = Market.At(Start).ToList();
        for (var minute = Start; minute <= Start + 600; minute += 3)
        {
            var bars = Market.At(minute);
            var reading = kept.Read(Ladders.Btc, bars);

            // All that was ever read, the unfinished bars as they are now.
            all = [.. all.Where(bar => bar.OpenTime < bars[^3].OpenTime), .. bars.Skip(bars.Count - 3)];
            if (minute % 150 == 0)
            {
                ShouldBeAlike(reading, Rebuilt(all));
            }
        }

        kept.Rebuilds.ShouldBe(1);
    }

    [Fact]
    public void New_bar_costs_one_bar_and_a_new_price_none()
    {
        var kept = new KeptBook(Parameters);
        kept.Read(Ladders.Btc, Market.At(Start + 1));
        var taken = kept.BarsTaken;

        kept.Read(Ladders.Btc, Market.At(Start + 4));
        kept.BarsTaken.ShouldBe(taken);
        kept.Read(Ladders.Btc, Market.At(Start + 6));
        kept.BarsTaken.ShouldBe(taken + 1);
        kept.Rebuilds.ShouldBe(1);
    }

    [Fact]
    public void Bar_without_its_open_interest_waits_for_it()
    {
        var kept = new KeptBook(Parameters);
        kept.Read(Ladders.Btc, Market.At(Start + 1));
        var taken = kept.BarsTaken;
        var late = Market.At(Start + 6).ToArray();
        late[^2] = late[^2] with { OpenInterest = null };

        kept.Read(Ladders.Btc, late);
        kept.BarsTaken.ShouldBe(taken);
        kept.Read(Ladders.Btc, Market.At(Start + 7));
        kept.BarsTaken.ShouldBe(taken + 1);
    }

    public static TheoryData<string, Func<IReadOnlyList<MarketBar>, IReadOnlyList<MarketBar>>> Breaks => new()
    {
        { "a gap", bars => [.. bars.Take(100), .. bars.TakeLast(2)] },
        { "a correction", bars => [.. bars.Select((bar, i) => i == bars.Count - 9 ? bar with { TriggerLow = bar.TriggerLow * 0.99 } : bar)] },
        { "a reading that was filled in", bars => [.. bars.Select((bar, i) => i == bars.Count - 40 ? bar with { OpenInterest = 5000 } : bar)] },
        { "a price out of room", bars => [.. bars.SkipLast(1), bars[^1] with { High = 145, TriggerHigh = 145 }] },
    };

    [Theory]
    [MemberData(nameof(Breaks))]
    public void History_that_does_not_continue_is_rebuilt(string what, Func<IReadOnlyList<MarketBar>, IReadOnlyList<MarketBar>> alter)
    {
        var kept = new KeptBook(Parameters);
        kept.Read(Ladders.Btc, Market.At(Start + 1));
        var bars = alter(Market.At(Start + 6));

        var reading = kept.Read(Ladders.Btc, bars);

        kept.Rebuilds.ShouldBe(2, what);
        ShouldBeAlike(reading, Rebuilt(bars));
    }

    [Fact]
    public void Other_brackets_are_another_book_and_the_same_again_are_not()
    {
        var kept = new KeptBook(Parameters);
        var bars = Market.At(Start);
        kept.Read(Ladders.Btc, bars);

        kept.Read(BracketLadder.FromBrackets([.. Ladders.Btc.Brackets]), bars);
        kept.Rebuilds.ShouldBe(1);
        kept.Read(Ladders.Sol, bars).Book.AvailableLeverages.Max().ShouldBe(100);
        kept.Rebuilds.ShouldBe(2);
    }

    [Fact]
    public async Task Many_readers_at_once_read_one_book()
    {
        var kept = new KeptBook(Parameters);
        var histories = Enumerable.Range(0, 4).Select(i => Market.At(Start + (5 * i))).ToList();

        var readings = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(() => (Bars: histories[i % 4], Reading: kept.Read(Ladders.Btc, histories[i % 4])))));

        foreach (var (bars, reading) in readings)
        {
            ShouldBeAlike(reading, Rebuilt(bars), tolerance: 0.02);
        }
    }

    [Fact]
    public void Least_used_book_is_given_up()
    {
        var keeper = new BookKeeper(Parameters, capacity: 2);
        var (btc, eth) = (keeper.Of("BTCUSDT"), keeper.Of("ETHUSDT"));

        keeper.Of("BTCUSDT").ShouldBeSameAs(btc);
        keeper.Of("SOLUSDT");
        keeper.Of("BTCUSDT").ShouldBeSameAs(btc);
        keeper.Of("ETHUSDT").ShouldNotBeSameAs(eth);
    }

    // On the kept book's own grid: another grid rounds levels to other bands.
    private static BookReplay Rebuilt(IReadOnlyList<MarketBar> bars)
    {
        var replay = new BookReplay(LiquidationBook.For(Parameters, Ladders.Btc, bars, room: 0.2));
        foreach (var bar in bars)
        {
            replay.Advance(bar);
        }

        return replay;
    }

    private static void ShouldBeAlike(BookReplay actual, BookReplay expected, double tolerance = 1e-3)
    {
        foreach (var side in Enum.GetValues<PositionSide>())
        {
            actual.Book.Standing(side).ShouldBe(expected.Book.Standing(side), expected.Book.Standing(side) * tolerance);
        }

        var (recent, since) = (actual.Forced.Since(0), expected.Forced.Since(0));
        recent.Longs.ShouldBe(since.Longs, since.Longs * tolerance);
        recent.Shorts.ShouldBe(since.Shorts, since.Shorts * tolerance);
        actual.Tally.FinishedWeek().Count.ShouldBe(expected.Tally.FinishedWeek().Count);
    }
}
