using OmnipotentFutures.PaperExchange.Market;
using OmnipotentFutures.PaperExchange.Simulation;

namespace OmnipotentFutures.PaperExchange.Tests.Simulation;

public class TraderBookTests
{
    [Theory]
    [InlineData("BTCUSDT")]
    [InlineData("WIFUSDT")]
    [InlineData("KITEUSDT")]
    public void There_is_a_short_for_every_long_and_together_they_are_the_open_interest(string symbol)
    {
        var market = Worlds.Create();
        for (var now = Worlds.Now; now < Worlds.Now + (6 * Worlds.Hour); now += (3 * Worlds.Minute) + (7 * Worlds.Second))
        {
            var book = market.TrueBook(symbol, now);
            book.Longs.ShouldBe(book.Shorts);
            book.Longs.ShouldBe(market.Get(symbol).Quote(now)!.OpenInterest!.Value);
            book.Longs.ShouldBeGreaterThan(0);
        }
    }

    [Fact]
    public void Open_interest_history_is_what_the_quote_said_at_the_time()
    {
        var contract = Worlds.Create().Get("ETHUSDT");
        var history = contract.OpenInterest(Worlds.Now - Worlds.Hour, Worlds.Now, Worlds.Now);

        history.Count.ShouldBe(12);
        foreach (var reading in history)
        {
            var quote = contract.Quote(reading.Time)!;
            reading.Contracts.ShouldBe(quote.OpenInterest!.Value);
            reading.Value.ShouldBe(reading.Contracts * quote.MarkPrice);
        }
    }

    [Theory]
    [InlineData("BTCUSDT")]
    [InlineData("MYXUSDT")]
    public void Nobody_stands_past_his_liquidation_price(string symbol)
    {
        var market = Worlds.Create();
        var marks = market.Get(symbol).Bars(PriceKind.Mark, Worlds.FiveMinutes, Worlds.Start, Worlds.Now, Worlds.Now);
        var positions = market.TrueBook(symbol, Worlds.Now).Positions;

        positions.ShouldNotBeEmpty();
        foreach (var position in positions)
        {
            var since = marks.Where(mark => mark.OpenTime >= position.EntryTime);
            if (position.Side == PositionSide.Long)
            {
                since.Min(mark => mark.Low).ShouldBeGreaterThan(position.LiquidationPrice);
            }
            else
            {
                since.Max(mark => mark.High).ShouldBeLessThan(position.LiquidationPrice);
            }
        }
    }

    [Theory]
    [InlineData("BTCUSDT", 125)]
    [InlineData("1000SATSUSDT", 50)]
    [InlineData("MYXUSDT", 10)]
    public void Positions_keep_the_exchanges_margin_rules(string symbol, int mostLeverage)
    {
        var ladder = Worlds.Profile(symbol).Ladder;
        var step = Worlds.Profile(symbol).Instrument.StepSize;

        var positions = Worlds.Create().TrueBook(symbol, Worlds.Now).Positions;

        positions.Select(position => position.Leverage).Distinct().Count().ShouldBeGreaterThan(2);
        foreach (var position in positions)
        {
            var each = position.Contracts / position.Accounts;
            (each % step).ShouldBe(0);
            position.Leverage.ShouldBeInRange(2, mostLeverage);
            position.Leverage.ShouldBeLessThanOrEqualTo(Math.Max(2, ladder.At((double)(each * position.EntryPrice)).MaxLeverage));
            var price = ladder.LiquidationPrice(position.Side, (double)position.EntryPrice, (double)each, position.Leverage);
            ((double)position.LiquidationPrice).ShouldBe(price, price * 1e-9);
        }
    }

    [Fact]
    public void Whoever_the_mark_price_crosses_is_liquidated_at_once_and_for_all_of_it()
    {
        const string Symbol = "ZECUSDT";
        var market = Worlds.Create();
        var checkedBars = 0;
        for (var open = Worlds.Now - (Worlds.Now % Worlds.FiveMinutes); checkedBars < 5; open += Worlds.FiveMinutes)
        {
            var end = open + Worlds.FiveMinutes - 1;
            var standing = market.TrueBook(Symbol, open).Positions;
            var marks = market.Get(Symbol).Bars(PriceKind.Mark, Worlds.FiveMinutes, open, end, end).Single();
            var firstMark = market.Get(Symbol).Quote(open)!.MarkPrice;
            var crossed = standing.Where(position => position.Side == PositionSide.Long
                ? marks.Low <= position.LiquidationPrice
                : marks.High >= position.LiquidationPrice).ToList();

            var forced = market.Liquidations(Symbol, open + 1, end, end);

            foreach (var side in new[] { PositionSide.Long, PositionSide.Short })
            {
                forced.Where(order => order.Side == side).Sum(order => order.Contracts)
                    .ShouldBe(crossed.Where(position => position.Side == side).Sum(position => position.Contracts));
            }

            firstMark.ShouldBeInRange(marks.Low, marks.High);
            market.TrueBook(Symbol, end).Positions.ShouldBe(standing.Except(crossed));
            checkedBars += forced.Count > 0 ? 1 : 0;
        }
    }

    [Fact]
    public void The_higher_the_leverage_the_shorter_a_position_has_stood()
    {
        var positions = Worlds.Create().TrueBook("BTCUSDT", Worlds.Now).Positions;

        decimal MedianAge(int from, int to)
        {
            var ages = positions.Where(position => position.Leverage >= from && position.Leverage <= to)
                .Select(position => (decimal)(Worlds.Now - position.EntryTime)).Order().ToList();
            return ages[ages.Count / 2];
        }

        MedianAge(50, 125).ShouldBeLessThan(MedianAge(10, 25));
        MedianAge(10, 25).ShouldBeLessThan(MedianAge(2, 5));
    }

    [Fact]
    public void Positioning_is_counted_from_the_book_and_differs_between_kinds()
    {
        var market = Worlds.Create();
        var now = Worlds.Now - (Worlds.Now % Worlds.FiveMinutes);
        decimal Share(PositioningKind kind) => market.Get("BTCUSDT").Positioning(kind, now, now, now).Single().LongShare;
        var positions = market.TrueBook("BTCUSDT", now).Positions;

        // The reading is of the moment before the bar's first micro-step, so one liquidation may lie between.
        var longs = positions.Where(position => position.Side == PositionSide.Long).Sum(position => (decimal)position.Accounts);
        Share(PositioningKind.GlobalAccounts).ShouldBe(longs / positions.Sum(position => (decimal)position.Accounts), 0.01m);
        Share(PositioningKind.TopAccounts).ShouldNotBe(Share(PositioningKind.GlobalAccounts));
        Share(PositioningKind.TopPositions).ShouldNotBe(Share(PositioningKind.TopAccounts));
    }
}
