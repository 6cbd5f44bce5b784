using FsCheck.Xunit;
using OmnipotentFutures.LiquidationHeatmap.Model;
using static OmnipotentFutures.LiquidationHeatmap.Tests.Model.Books;

namespace OmnipotentFutures.LiquidationHeatmap.Tests.Model;

[Properties(Arbitrary = [typeof(RandomMarket), typeof(RandomPosition)])]
public sealed class LiquidationBookTests
{
    private static readonly TimeSpan FiveMinutes = TimeSpan.FromMinutes(5);
    private static readonly BookParameters Parameters = BookParameters.Default;
    private static readonly BracketLadder Btc = BuiltInBrackets.For("BTCUSDT").Ladder;

    [Property]
    public void No_level_survives_a_price_that_reaches_it(MarketBar[] bars)
    {
        var book = LiquidationBook.For(Parameters, Btc, bars);

        foreach (var bar in bars)
        {
            book.Advance(bar);

            book.Grid.Prices(book.Notional(PositionSide.Long)).ShouldAllBe(price => price < bar.TriggerLow);
            book.Grid.Prices(book.Notional(PositionSide.Short)).ShouldAllBe(price => price > bar.TriggerHigh);
        }
    }

    [Property]
    public void Longs_stand_below_an_entry_and_shorts_above(MarketBar[] bars)
    {
        var last = bars[^1];
        var book = LiquidationBook.Build(Parameters, Btc, bars);

        // What a book reads at a price is on the price's own sides, whatever the last bar was.
        foreach (var price in new[] { last.Low, last.Close, last.High })
        {
            var standing = book.At(price);

            book.Grid.Prices(standing.Notional(PositionSide.Long)).ShouldAllBe(level => level < price);
            book.Grid.Prices(standing.Notional(PositionSide.Short)).ShouldAllBe(level => level > price);
        }

        // With a mark price that stays away every entry's levels stand: all longs below the highest entry, all shorts above the lowest.
        var entries = LiquidationBook.For(Parameters, Btc, [last]);
        entries.Advance(last with { TriggerLow = last.High, TriggerHigh = last.Low, OpenInterest = 1 });
        entries.Grid.Prices(entries.Notional(PositionSide.Long)).ShouldAllBe(level => level < last.High);
        entries.Grid.Prices(entries.Notional(PositionSide.Short)).ShouldAllBe(level => level > last.Low);
    }

    [Property]
    public void Contracts_are_conserved(MarketBar[] bars)
    {
        var book = LiquidationBook.For(Parameters, Btc, bars);

        foreach (var bar in bars)
        {
            book.Advance(bar);

            var standing = Sides.Sum(book.Standing);
            (book.Consumed + book.Faded + standing).ShouldBe(book.Opened, Tolerance(book.Opened));
            Sides.Sum(side => Contracts(book, side)).ShouldBe(standing, Tolerance(book.Opened));
        }
    }

    [Property]
    public void Neither_side_holds_more_than_is_open(MarketBar[] bars)
    {
        var book = LiquidationBook.For(Parameters, Btc, bars);
        var open = 0.0;

        foreach (var bar in bars)
        {
            book.Advance(bar);

            open = bar.OpenInterest ?? open;
            Sides.ShouldAllBe(side => book.Standing(side) <= open * (1 + 1e-12));
        }
    }

    [Property]
    public void Prices_in_another_unit_move_levels_alike_and_no_contracts(MarketBar[] bars, sbyte power)
    {
        // A power of two, so that not even a rounding differs: from a hundredth of a cent's billionth to beyond any price.
        var factor = Math.Pow(2, power / 4);
        var book = LiquidationBook.Build(Parameters, Btc, bars);

        var scaled = LiquidationBook.Build(Parameters, Btc, [.. bars.Select(bar => bar with
        {
            High = bar.High * factor,
            Low = bar.Low * factor,
            Close = bar.Close * factor,
            TriggerHigh = bar.TriggerHigh * factor,
            TriggerLow = bar.TriggerLow * factor,
        })]);

        (scaled.Opened, scaled.Consumed, scaled.Faded).ShouldBe((book.Opened, book.Consumed, book.Faded));
        foreach (var side in Sides)
        {
            scaled.Notional(side).ShouldBe(book.Notional(side).Select(notional => notional * factor));
        }
    }

    [Property]
    public void Building_is_advancing_bar_by_bar(MarketBar[] bars)
    {
        var built = LiquidationBook.Build(Parameters, Btc, bars);
        var book = LiquidationBook.For(Parameters, Btc, bars);

        foreach (var bar in bars)
        {
            book.Covers(bar).ShouldBeTrue();
            book.Advance(bar);
        }

        ShouldBeAlike(book, built);
    }

    [Property]
    public void A_clone_goes_on_like_the_original_and_leaves_it_as_it_was(MarketBar[] bars, byte at)
    {
        var half = at % bars.Length;
        var original = LiquidationBook.For(Parameters, Btc, bars);
        Array.ForEach(bars[..half], bar => original.Advance(bar));

        var clone = original.Clone();
        Array.ForEach(bars[half..], bar => clone.Advance(bar));

        var alone = LiquidationBook.For(Parameters, Btc, bars);
        Array.ForEach(bars[..half], bar => alone.Advance(bar));
        ShouldBeAlike(original, alone);
        Array.ForEach(bars[half..], bar => original.Advance(bar));
        ShouldBeAlike(clone, original);
    }

    [Property]
    public void Volume_forced_is_the_liquidated_share_of_what_was_consumed(MarketBar[] bars)
    {
        // The same book, but for the orders that end its positions.
        var book = LiquidationBook.For(Parameters, Btc, bars);
        var all = LiquidationBook.For(Parameters with { LiquidatedShare = 1 }, Btc, bars);

        foreach (var bar in bars)
        {
            var before = all.Consumed;
            var (some, every) = (book.Advance(bar), all.Advance(bar));

            (some.OpenTime, some.Length).ShouldBe((bar.OpenTime, bar.Length));
            some.Longs.ShouldBe(every.Longs * Parameters.LiquidatedShare, 1e-9 * (1 + every.Longs));
            some.Shorts.ShouldBe(every.Shorts * Parameters.LiquidatedShare, 1e-9 * (1 + every.Shorts));

            // Levels that a bar reaches lie between its trigger and the farthest entry that the book may have had.
            var consumed = all.Consumed - before;
            (every.Longs + every.Shorts).ShouldBeInRange(
                consumed * all.LowestPrice * (1 - 1e-9) - Tolerance(all.Opened) * all.HighestPrice,
                consumed * all.HighestPrice * (1 + 1e-9) + Tolerance(all.Opened) * all.HighestPrice);
        }
    }

    [Property]
    public void Any_ladder_makes_a_book_that_holds_what_was_opened(MarketBar[] bars, RandomPosition position)
    {
        var book = LiquidationBook.Build(Parameters, position.Ladder, bars);
        var entered = LiquidationBook.Build(Parameters, position.Ladder, [Flat(0, bars[0].Close, 1000)]);

        book.AvailableLeverages.ShouldBe(Parameters.Tiers.Select(tier => tier.Leverage).Where(leverage => leverage <= position.Ladder.MaxLeverage));
        (book.Consumed + book.Faded + Sides.Sum(book.Standing)).ShouldBe(book.Opened, Tolerance(book.Opened));
        Sides.ShouldAllBe(side => Math.Abs(Contracts(entered, side) - (entered.Opened / 2)) < 1e-9);
    }

    [Fact]
    public void Opened_contracts_are_the_increase_and_the_churn()
    {
        var book = LiquidationBook.Build(Parameters, Btc, [Flat(0, 100, 1000), Flat(1, 100, 1060), Flat(2, 100, null), Flat(3, 100, 1010)]);
        var churn = Parameters.ChurnPerHour / 12;

        book.Opened.ShouldBe(2 * ((churn * 1000) + 60 + (churn * 1060) + (churn * 1010)), 1e-9);
    }

    [Fact]
    public void Entries_are_at_the_close_and_at_both_ends_of_the_bar()
    {
        var parameters = Parameters with { Tiers = [new(100, 1)], ThinShare = 0 };
        var bar = new MarketBar(0, FiveMinutes, High: 110, Low: 90, Close: 104, TriggerHigh: 90, TriggerLow: 110, OpenInterest: 1000);
        var ladder = BracketLadder.FromSteps([(1e6, .004, 100)]);

        var book = LiquidationBook.Build(parameters with { LowestLeverage = 90 }, ladder, [bar]);

        var longs = book.Notional(PositionSide.Long);
        foreach (var (entry, share) in new[] { (110, .3), (104, .4), (90, .3) })
        {
            var near = Enumerable.Range(0, longs.Length).Where(band => book.Grid.PriceOf(band) > entry * .98 && book.Grid.PriceOf(band) < entry);
            (near.Sum(band => longs[band] / book.Grid.PriceOf(band)) / book.Standing(PositionSide.Long)).ShouldBe(share, 1e-9);
        }
    }

    [Fact]
    public void A_wick_consumes_what_it_reaches_and_nothing_more()
    {
        var book = LiquidationBook.Build(
            Parameters, Btc, [Flat(0, 100, 1000), new MarketBar(300_000, FiveMinutes, 100, 98.9, 100, 100, 98.9, null)]);

        // Longs of 125x and 100x lie within 0.9 percent, shorts stay.
        var standing = book.At(100);
        foreach (var tier in standing.Tiers)
        {
            (tier.Total(PositionSide.Long) > 0).ShouldBe(tier.Leverage <= 50);
            tier.Total(PositionSide.Short).ShouldBeGreaterThan(0);
        }
    }

    [Fact]
    public void A_wick_of_trades_that_the_mark_price_did_not_follow_liquidates_nobody()
    {
        var book = LiquidationBook.Build(Parameters, Btc, [Flat(0, 100, 1000)]);
        var room = LiquidationBook.For(Parameters, Btc, [Flat(0, 100, 1000)], room: 0.2);
        room.Advance(Flat(0, 100, 1000));

        var forced = room.Advance(new MarketBar(300_000, FiveMinutes, High: 110, Low: 90, Close: 90, TriggerHigh: 100, TriggerLow: 100, OpenInterest: null));

        (forced.Longs, forced.Shorts).ShouldBe((0, 0));
        room.Consumed.ShouldBe(book.Consumed);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(10)]
    [InlineData(125)]
    public void What_stands_halves_in_the_half_life_per_percent_times_the_distance(int leverage)
    {
        var percent = 100 * (1 - LiquidationPrice.RatioToEntry(PositionSide.Long, leverage, Parameters.TypicalNotional, Btc));
        var first = Flat(0, 100, 1000);
        var before = LiquidationBook.Build(Parameters, Btc, [first]);

        var after = LiquidationBook.Build(Parameters, Btc, [first, Flat(1, 100, null) with { Length = Parameters.HalfLifePerPercent * percent }]);

        foreach (var side in Sides)
        {
            Total(after).ShouldBe(Total(before) / 2, 1e-9 * Total(before));

            double Total(LiquidationBook book) => book.At(100).Tiers.Single(tier => tier.Leverage == leverage).Total(side);
        }
    }

    [Theory]
    [InlineData(5)]
    [InlineData(65)]
    [InlineData(100_000)]
    public void A_gap_fades_as_long_as_a_bar_of_that_length_would(int minutes)
    {
        var first = Flat(0, 100, 1000);
        var whole = Flat(1, 100, null) with { Length = TimeSpan.FromMinutes(minutes) };
        var end = Flat(0, 100, null) with { OpenTime = minutes * 60_000L };

        ShouldBeAlike(LiquidationBook.Build(Parameters, Btc, [first, end]), LiquidationBook.Build(Parameters, Btc, [first, whole]));
    }

    [Fact]
    public void Room_is_kept_on_both_sides()
    {
        var book = LiquidationBook.For(Parameters, Btc, [Flat(0, 100, 1)], room: 0.25);

        (book.LowestPrice, book.HighestPrice).ShouldBe((80, 125));
        book.Covers(Flat(1, 80, 1)).ShouldBeTrue();
        book.Covers(Flat(1, 125, 1)).ShouldBeTrue();
        book.Covers(Flat(1, 79.9, 1)).ShouldBeFalse();
        book.Covers(Flat(1, 125.1, 1)).ShouldBeFalse();
        book.Covers(Flat(1, 100, 1) with { TriggerLow = 79 }).ShouldBeFalse();
        book.Covers(Flat(1, 100, 1) with { TriggerHigh = 126 }).ShouldBeFalse();
    }

    private static double Contracts(LiquidationBook book, PositionSide side) =>
        book.Notional(side).Select((notional, band) => notional / book.Grid.PriceOf(band)).Sum();

    private static void ShouldBeAlike(LiquidationBook book, LiquidationBook other)
    {
        (book.Opened, book.Consumed, book.Faded).ShouldBe((other.Opened, other.Consumed, other.Faded));
        foreach (var side in Sides)
        {
            book.Notional(side).ShouldBe(other.Notional(side));
        }
    }

    private static double Tolerance(double contracts) => 1e-9 * (1 + contracts);
}
