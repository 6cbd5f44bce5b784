using FsCheck.Xunit;
using OmnipotentFutures.LiquidationHeatmap.Model;

namespace OmnipotentFutures.LiquidationHeatmap.Tests.Model;

[Properties(Arbitrary = [typeof(RandomMarket)])]
public sealed class LiquidationBookTests
{
    private static readonly TimeSpan FiveMinutes = TimeSpan.FromMinutes(5);
    private static readonly BracketLadder Btc = BuiltInBrackets.For("BTCUSDT").Ladder;

    // A band's centre may lie half a band off the level it stands for.
    private const double HalfBand = PriceGrid.BandWidth / 2;

    [Property]
    public void A_level_never_survives_a_price_that_reaches_it(MarketBar[] bars)
    {
        var book = LiquidationBook.Build(BookParameters.Default, Btc, bars);
        var last = bars[^1];

        foreach (var level in book.Levels())
        {
            if (level.Side == PositionSide.Long)
            {
                level.Price.ShouldBeLessThanOrEqualTo(Math.Max(last.TriggerLow, last.Close));
            }
            else
            {
                level.Price.ShouldBeGreaterThanOrEqualTo(Math.Min(last.TriggerHigh, last.Close));
            }
        }
    }

    [Property]
    public void Longs_stand_below_every_price_they_saw_and_shorts_above(MarketBar[] bars)
    {
        var book = LiquidationBook.Build(BookParameters.Default, Btc, bars);
        var close = bars[^1].Close;

        book.Levels().Where(level => level.Side == PositionSide.Long).ShouldAllBe(level => level.Price <= close);
        book.Levels().Where(level => level.Side == PositionSide.Short).ShouldAllBe(level => level.Price >= close);
    }

    [Property]
    public void Contracts_are_conserved(MarketBar[] bars)
    {
        var book = LiquidationBook.Build(BookParameters.Default, Btc, bars);
        var standing = book.Standing(PositionSide.Long) + book.Standing(PositionSide.Short);

        (book.Consumed + book.Faded + standing).ShouldBe(book.Opened, Tolerance(book.Opened));
        book.Levels().Sum(level => level.Contracts).ShouldBe(standing, Tolerance(book.Opened));
    }

    [Property]
    public void Neither_side_holds_more_than_is_open(MarketBar[] bars)
    {
        var book = LiquidationBook.Build(BookParameters.Default, Btc, bars);
        var open = bars.LastOrDefault(bar => bar.OpenInterest is not null).OpenInterest ?? 0;

        book.Standing(PositionSide.Long).ShouldBeLessThanOrEqualTo(open + Tolerance(book.Opened));
        book.Standing(PositionSide.Short).ShouldBeLessThanOrEqualTo(open + Tolerance(book.Opened));
    }

    [Property]
    public void Scaling_prices_scales_levels(MarketBar[] bars)
    {
        const double Factor = 8;
        var book = LiquidationBook.Build(BookParameters.Default, Btc, bars);
        var scaled = LiquidationBook.Build(BookParameters.Default, Btc, [.. bars.Select(bar => bar with
        {
            High = bar.High * Factor,
            Low = bar.Low * Factor,
            Close = bar.Close * Factor,
            TriggerHigh = bar.TriggerHigh * Factor,
            TriggerLow = bar.TriggerLow * Factor,
        })]);

        scaled.Standing(PositionSide.Long).ShouldBe(book.Standing(PositionSide.Long), Tolerance(book.Opened));
        scaled.Levels().Sum(level => level.Notional).ShouldBe(book.Levels().Sum(level => level.Notional) * Factor, Tolerance(book.Opened) * Factor * bars.Max(bar => bar.High));
    }

    [Fact]
    public void Levels_of_one_entry_lie_where_the_exchanges_formula_puts_them()
    {
        var book = LiquidationBook.Build(BookParameters.Default, Btc, [Flat(0, 100, 1000)]);

        foreach (var tier in BookParameters.Default.Tiers)
        {
            foreach (var side in new[] { PositionSide.Long, PositionSide.Short })
            {
                var level = book.Levels().Single(level => level.Leverage == tier.Leverage && level.Side == side);
                var expected = 100 * LiquidationPrice.RatioToEntry(side, tier.Leverage, BookParameters.Default.TypicalNotional, Btc);
                level.Price.ShouldBe(expected, expected * HalfBand * 1.01);
            }
        }
    }

    [Fact]
    public void Opened_contracts_are_the_increase_and_the_churn()
    {
        var book = LiquidationBook.Build(BookParameters.Default, Btc, [Flat(0, 100, 1000), Flat(1, 100, 1060), Flat(2, 100, 1010)]);
        var churn = BookParameters.Default.ChurnPerHour / 12;

        book.Opened.ShouldBe(2 * ((churn * 1000) + 60 + (churn * 1060) + (churn * 1010)), 1e-9);
    }

    [Fact]
    public void A_wick_consumes_what_it_reaches_and_nothing_more()
    {
        var book = LiquidationBook.Build(
            BookParameters.Default, Btc, [Flat(0, 100, 1000), new MarketBar(300_000, FiveMinutes, 100, 98.9, 100, 100, 98.9, null)]);

        // 100x and 125x longs lie within 0.7 percent, 50x longs at 1.6 percent.
        book.Levels().Where(level => level.Side == PositionSide.Long).Max(level => level.Leverage).ShouldBe(50);
        book.Levels().Where(level => level.Side == PositionSide.Short).Max(level => level.Leverage).ShouldBe(125);
        book.Forced[^1].Longs.ShouldBeGreaterThan(0);
        book.Forced[^1].Shorts.ShouldBe(0);
    }

    [Fact]
    public void The_mark_price_consumes_and_the_traded_price_does_not()
    {
        var book = LiquidationBook.Build(
            BookParameters.Default, Btc, [Flat(0, 100, 1000), new MarketBar(300_000, FiveMinutes, 100, 90, 100, 100, 100, null)]);

        book.Consumed.ShouldBe(0);
    }

    [Fact]
    public void A_last_trade_beyond_the_mark_price_liquidates_nobody()
    {
        var book = LiquidationBook.Build(
            BookParameters.Default,
            Btc,
            [Flat(0, 100, 1000), new MarketBar(300_000, FiveMinutes, High: 100, Low: 90, Close: 90, TriggerHigh: 100, TriggerLow: 99.9, OpenInterest: 1000)]);

        book.Forced[^1].Longs.ShouldBe(0);
    }

    [Fact]
    public void What_stands_halves_in_its_tiers_half_life()
    {
        var bars = new List<MarketBar> { Flat(0, 100, 1000) };
        bars.Add(Flat(1, 100, null) with { Length = TimeSpan.FromHours(12) });
        var before = LiquidationBook.Build(BookParameters.Default, Btc, bars[..1]);
        var after = LiquidationBook.Build(BookParameters.Default, Btc, bars);

        Of(after, 100).ShouldBe(Of(before, 100) / 2, 1e-12);

        static double Of(LiquidationBook book, int leverage) => book.Levels().Where(level => level.Leverage == leverage).Sum(level => level.Contracts);
    }

    [Fact]
    public void Tiers_above_the_contracts_maximum_give_their_share_to_the_others()
    {
        var ladder = BracketLadder.FromSteps([(50e3, .01, 20), (1e6, .05, 10)]);
        var book = LiquidationBook.Build(BookParameters.Default, ladder, [Flat(0, 100, 1000)]);

        book.AvailableLeverages.ShouldBe([2, 3, 5, 10, 20]);
        (book.Standing(PositionSide.Long) * 2).ShouldBe(book.Opened, 1e-9);
    }

    private static MarketBar Flat(int index, double price, double? openInterest) =>
        new(index * 300_000L, FiveMinutes, price, price, price, price, price, openInterest);

    private static double Tolerance(double contracts) => 1e-9 * (1 + contracts);
}
