using OmnipotentFutures.PaperExchange.Market;
using OmnipotentFutures.PaperExchange.Simulation;

namespace OmnipotentFutures.PaperExchange.Tests.Simulation;

public class BarsTests
{
    private static readonly long From = Worlds.Now - (26 * Worlds.Hour);

    [Theory]
    [InlineData(PriceKind.Traded, 3)]
    [InlineData(PriceKind.Traded, 5)]
    [InlineData(PriceKind.Traded, 15)]
    [InlineData(PriceKind.Traded, 240)]
    [InlineData(PriceKind.Mark, 3)]
    [InlineData(PriceKind.Mark, 5)]
    [InlineData(PriceKind.Mark, 60)]
    [InlineData(PriceKind.Index, 5)]
    [InlineData(PriceKind.Index, 60)]
    [InlineData(PriceKind.Premium, 1)]
    [InlineData(PriceKind.Premium, 30)]
    [InlineData(PriceKind.Premium, 480)]
    public void Bars_of_any_length_are_the_joined_minutes(PriceKind kind, int minutes)
    {
        var contract = Worlds.Create().Get("SOLUSDT");
        var interval = minutes * Worlds.Minute;
        var first = From - (From % interval) + interval;

        var coarse = contract.Bars(kind, interval, From, Worlds.Now, Worlds.Now);
        var fine = contract.Bars(kind, Worlds.Minute, first, Worlds.Now, Worlds.Now);

        coarse[0].OpenTime.ShouldBe(first);
        var joined = BarAggregation.ToInterval(fine, interval);
        coarse.Count.ShouldBe(joined.Count);
        foreach (var (bar, expected) in coarse.Zip(joined))
        {
            bar.ShouldBe(expected);
        }
    }

    [Fact]
    public void Bars_follow_each_other_without_gaps_and_hold_their_own_prices()
    {
        var bars = Worlds.Create().Get("1INCHUSDT").Bars(PriceKind.Traded, Worlds.FiveMinutes, From, Worlds.Now, Worlds.Now);

        bars.Count.ShouldBe(26 * 12);
        for (var i = 0; i < bars.Count; i++)
        {
            var bar = bars[i];
            bar.OpenTime.ShouldBe(bars[0].OpenTime + (i * Worlds.FiveMinutes));
            bar.Low.ShouldBeLessThanOrEqualTo(Math.Min(bar.Open, bar.Close));
            bar.High.ShouldBeGreaterThanOrEqualTo(Math.Max(bar.Open, bar.Close));
            (bar.Close % 0.0001m).ShouldBe(0);
            (bar.Volume!.Value % 1m).ShouldBe(0);
            bar.TakerBuyVolume!.Value.ShouldBeInRange(0, bar.Volume!.Value);
            bar.QuoteVolume!.Value.ShouldBeInRange(bar.Volume!.Value * bar.Low, bar.Volume!.Value * bar.High);
            bar.TakerBuyQuoteVolume!.Value.ShouldBeInRange(bar.TakerBuyVolume!.Value * bar.Low, bar.TakerBuyVolume!.Value * bar.High);
            bar.Trades!.Value.ShouldBeGreaterThan(0);
        }
    }

    [Fact]
    public void The_unfinished_bar_grows_with_the_quote_every_fifteen_seconds()
    {
        var contract = Worlds.Create().Get("BTCUSDT");
        var open = Worlds.Now - (Worlds.Now % Worlds.FiveMinutes);
        var prices = new List<decimal>();
        var volume = 0m;
        for (var now = open; now < open + Worlds.FiveMinutes; now += 15 * Worlds.Second)
        {
            var quote = contract.Quote(now)!;
            prices.Add(quote.LastPrice);
            var bar = contract.Bars(PriceKind.Traded, Worlds.FiveMinutes, open, now, now).Single();
            (bar.Open, bar.High, bar.Low, bar.Close).ShouldBe((prices[0], prices.Max(), prices.Min(), prices[^1]));
            bar.Volume!.Value.ShouldBeGreaterThan(volume);
            volume = bar.Volume!.Value;
            contract.Bars(PriceKind.Mark, Worlds.Minute, open, now, now)[^1].Close.ShouldBe(quote.MarkPrice);
            contract.Bars(PriceKind.Index, Worlds.Minute, open, now, now)[^1].Close.ShouldBe(quote.IndexPrice!.Value);
        }

        prices.Distinct().Count().ShouldBeGreaterThan(15);
    }

    // The close of the bar under way is the premium of this very micro-step, to eight decimals.
    [Theory]
    [InlineData("BTCUSDT", 8)]
    [InlineData("ENAUSDT", 4)]
    [InlineData("MYXUSDT", 1)]
    public void The_funding_estimate_is_made_of_the_premium_index_since_the_last_settlement(string symbol, int hours)
    {
        var contract = Worlds.Create().Get(symbol);
        var settled = Worlds.Now - (Worlds.Now % (hours * Worlds.Hour));
        var accrual = default(FundingAccrual);
        for (var now = settled; now <= Worlds.Now; now += 15 * Worlds.Second)
        {
            var premium = contract.Bars(PriceKind.Premium, Worlds.Minute, now - (now % Worlds.Minute), now, now).Single().Close;
            accrual = accrual.With((double)premium);
            var estimate = FundingAccrual.Rate(accrual.AveragePremium, 0.0001, hours, (double)contract.FundingTerms(Worlds.Now)!.Cap!.Value);
            contract.Quote(now)!.FundingRate!.Value.ShouldBe((decimal)estimate, 0.00000002m);
        }
    }

    [Fact]
    public void A_delivery_contract_has_no_premium_index()
    {
        var market = Worlds.Create();
        market.Get(market.Delivery()).Bars(PriceKind.Premium, Worlds.Hour, From, Worlds.Now, Worlds.Now).ShouldBeEmpty();
    }

    [Fact]
    public void Taker_volumes_are_those_of_the_bars_and_contain_the_forced_orders()
    {
        var market = Worlds.Create();
        var contract = market.Get("ENAUSDT");
        var taken = contract.TakerVolumes(From, Worlds.Now, Worlds.Now);
        var bars = contract.Bars(PriceKind.Traded, Worlds.FiveMinutes, From, Worlds.Now, Worlds.Now);

        taken.Count.ShouldBe(bars.Count - 1); // the bucket that is not complete is left out
        foreach (var (reading, bar) in taken.Zip(bars))
        {
            reading.Time.ShouldBe(bar.OpenTime);
            reading.BuyVolume.ShouldBe(bar.TakerBuyVolume!.Value);
            (reading.BuyVolume + reading.SellVolume).ShouldBe(bar.Volume!.Value);
            var forced = market.Liquidations("ENAUSDT", bar.OpenTime, bar.OpenTime + Worlds.FiveMinutes - 1, Worlds.Now);
            reading.SellVolume.ShouldBeGreaterThanOrEqualTo(Forced(PositionSide.Long));
            reading.BuyVolume.ShouldBeGreaterThanOrEqualTo(Forced(PositionSide.Short));

            decimal Forced(PositionSide side) => forced.Where(order => order.Side == side).Sum(order => order.Contracts);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-60_000)]
    [InlineData(1_000)]
    [InlineData(90_000)]
    public void An_interval_finer_than_what_is_kept_has_no_bars(long interval) =>
        Worlds.Create().Get("BTCUSDT").Bars(PriceKind.Traded, interval, From, Worlds.Now, Worlds.Now).ShouldBeEmpty();
}
