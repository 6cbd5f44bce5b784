using OmnipotentFutures.PaperExchange.Market;
using OmnipotentFutures.PaperExchange.Simulation;

namespace OmnipotentFutures.PaperExchange.Tests.Simulation;

public class InstrumentShapeTests
{
    [Fact]
    public void The_exchange_lists_every_odd_kind_of_contract()
    {
        var market = Worlds.Create();
        var symbols = market.Instruments.Select(instrument => instrument.Symbol).ToList();

        symbols.Count.ShouldBeGreaterThanOrEqualTo(30);
        symbols.ShouldBeUnique();
        symbols.ShouldBeSubsetOf([.. symbols.Where(symbol => market.Find(symbol) is not null)]);
        symbols.ShouldContain("币安人生USDT");
        symbols.ShouldContain("1INCHUSDT");
        symbols.ShouldContain("BTCUSDC");
        market.Delivery().ShouldBe("BTCUSDT_261225");
        market.Instruments.Select(instrument => instrument.FundingIntervalHours).Distinct().ShouldBe([8, 4, 2, 1, null], ignoreOrder: true);
        market.Instruments.ShouldContain(instrument => instrument.ContractType == "PERPETUAL" && market.Get(instrument.Symbol).FundingTerms(Worlds.Now) == null);
        market.Instruments.Where(instrument => instrument.ContractType == "TRADIFI_PERPETUAL").Select(instrument => instrument.UnderlyingType)
            .ShouldBe(["COMMODITY", "EQUITY"]);
        market.SpotPairs.Select(pair => pair.Symbol).ShouldBeUnique();
    }

    [Theory]
    [InlineData("BTCUSDT", "BTCUSDT", 1)]
    [InlineData("BTCUSDC", "BTCUSDC", 1)]
    [InlineData("1000PEPEUSDT", "PEPEUSDT", 1000)]
    [InlineData("1000SATSUSDT", "1000SATSUSDT", 1)]
    [InlineData("1INCHUSDT", "1INCHUSDT", 1)]
    public void Spot_price_times_the_multiplier_is_the_index_price(string symbol, string spotSymbol, int multiplier)
    {
        var market = Worlds.Create();
        var spot = market.FindSpot(spotSymbol, Worlds.Now).ShouldNotBeNull();
        var pair = market.SpotPairs.Single(pair => pair.Symbol == spotSymbol);

        spot.BidPrice.ShouldBeLessThan(spot.AskPrice);
        spot.LastPrice.ShouldBeInRange(spot.BidPrice, spot.AskPrice);
        (spot.LastPrice % pair.TickSize).ShouldBe(0);
        (spot.LastPrice * multiplier / market.Get(symbol).Quote(Worlds.Now)!.IndexPrice!.Value).ShouldBe(1, 0.002m);
    }

    [Fact]
    public void A_contract_without_spot_pair_has_an_index_price_all_the_same()
    {
        var market = Worlds.Create();
        market.FindSpot("MYXUSDT", Worlds.Now).ShouldBeNull();
        market.FindSpot("1000PEPEUSDT", Worlds.Now).ShouldBeNull();
        market.Get("MYXUSDT").Quote(Worlds.Now)!.IndexPrice!.Value.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Quotes_are_rounded_as_the_exchange_rounds()
    {
        var market = Worlds.Create();
        foreach (var symbol in new[] { "BTCUSDT", "1000PEPEUSDT", "币安人生USDT" })
        {
            var contract = market.Get(symbol);
            var quote = contract.Quote(Worlds.Now)!;
            (quote.LastPrice % contract.Instrument.TickSize).ShouldBe(0);
            (quote.BidPrice!.Value % contract.Instrument.TickSize).ShouldBe(0);
            (quote.AskPrice!.Value % contract.Instrument.TickSize).ShouldBe(0);
            (quote.OpenInterest!.Value % contract.Instrument.StepSize).ShouldBe(0);
            quote.BidPrice.Value.ShouldBeLessThan(quote.AskPrice.Value);
            quote.LastPrice.ShouldBeInRange(quote.BidPrice.Value, quote.AskPrice.Value);
            Math.Round(quote.MarkPrice, 8).ShouldBe(quote.MarkPrice);
            Math.Round(quote.IndexPrice!.Value, 8).ShouldBe(quote.IndexPrice.Value);
            (quote.MarkPrice / quote.IndexPrice.Value).ShouldBe(1, 0.03m);
        }
    }

    [Theory]
    [InlineData("BTCUSDT", 8)]
    [InlineData("HYPEUSDT", 4)]
    [InlineData("YGGUSDT", 2)]
    [InlineData("MYXUSDT", 1)]
    public void Funding_settles_every_interval_at_what_the_estimate_had_become(string symbol, int hours)
    {
        var contract = Worlds.Create().Get(symbol);
        var settlements = contract.Funding(Worlds.Start, Worlds.Now, Worlds.Now);

        settlements.Select(settlement => settlement.Time).ShouldBe(
            Enumerable.Range(1, settlements.Count).Select(i => Worlds.Start + (i * hours * Worlds.Hour)));
        settlements[^1].Time.ShouldBeGreaterThan(Worlds.Now - (hours * Worlds.Hour));
        var terms = contract.FundingTerms(Worlds.Now).ShouldNotBeNull();
        terms.IntervalHours.ShouldBe(hours);
        terms.UpdateTime.ShouldBe(contract.Instrument.OnboardDate);
        foreach (var settlement in settlements)
        {
            var before = contract.Quote(settlement.Time - 1)!;
            before.FundingRate.ShouldBe(settlement.Rate);
            before.NextFundingTime.ShouldBe(settlement.Time);
            var at = contract.Quote(settlement.Time)!;
            at.NextFundingTime.ShouldBe(settlement.Time + (hours * Worlds.Hour));
            settlement.MarkPrice.ShouldBe(at.MarkPrice);
            settlement.Rate.ShouldBeInRange(terms.Floor!.Value, terms.Cap!.Value);
        }

        settlements.Select(settlement => settlement.Rate).Distinct().Count().ShouldBeGreaterThan(1);
    }

    [Theory]
    [InlineData("OMUSDT", 8, 7, false)]
    [InlineData("TUTUSDT", 4, 12, true)]
    public void A_contract_that_settles_at_its_floor_settles_hourly_until_it_is_calm(string symbol, int usualHours, int daysAgo, bool isCalm)
    {
        var now = Worlds.At("2026-11-22T13:22:40Z");
        var contract = Worlds.Create(now: now).Get(symbol);
        var settlements = contract.Funding(0, now, now);
        var terms = contract.FundingTerms(now).ShouldNotBeNull();
        var capped = settlements.Single(settlement => settlement.Rate <= terms.Floor!.Value);
        var back = isCalm ? terms.UpdateTime : long.MaxValue;

        (now - capped.Time).ShouldBeInRange(daysAgo * Worlds.Day, (daysAgo * Worlds.Day) + (usualHours * Worlds.Hour));
        terms.IntervalHours.ShouldBe(isCalm ? usualHours : 1);
        if (isCalm)
        {
            settlements.Where(settlement => settlement.Time <= back).TakeLast(16).ShouldAllBe(settlement => Math.Abs(settlement.Rate) <= 0.00025m);
        }
        else
        {
            terms.UpdateTime.ShouldBe(capped.Time);
        }

        foreach (var (settlement, next) in settlements.Zip(settlements.Skip(1)))
        {
            var hours = settlement.Time >= capped.Time && settlement.Time < back ? 1 : usualHours;
            next.Time.ShouldBe(settlement.Time + (hours * Worlds.Hour));
            contract.FundingTerms(settlement.Time)!.IntervalHours.ShouldBe(hours);
            contract.Quote(settlement.Time)!.NextFundingTime.ShouldBe(next.Time);
            var before = contract.Quote(next.Time - 1)!;
            before.NextFundingTime.ShouldBe(next.Time);
            before.FundingRate.ShouldBe(next.Rate);
        }
    }

    [Theory]
    [InlineData("XAUUSDT")]
    [InlineData("TSLAUSDT")]
    public void A_contract_on_something_that_is_no_coin_has_no_spot_pair_and_no_ratios(string symbol)
    {
        var market = Worlds.Create();
        var contract = market.Get(symbol);

        market.FindSpot(symbol, Worlds.Now).ShouldBeNull();
        contract.Positioning(PositioningKind.GlobalAccounts, 0, Worlds.Now, Worlds.Now).ShouldBeEmpty();
        contract.OpenInterest(0, Worlds.Now, Worlds.Now).ShouldNotBeEmpty();
        contract.Quote(Worlds.Now)!.FundingRate.ShouldNotBeNull();
    }

    [Fact]
    public void The_interest_of_bnb_is_nothing() => Worlds.Create().Get("BNBUSDT").Quote(Worlds.Now)!.InterestRate.ShouldBe(0);

    [Fact]
    public void A_delivery_contract_has_no_funding_and_its_basis_runs_out()
    {
        var delivery = Worlds.At("2026-12-25T08:00:00Z");
        var market = Worlds.Create(now: Worlds.At("2026-12-03T00:00:00Z"));
        var contract = market.Get("BTCUSDT_261225");
        contract.Instrument.DeliveryDate.ShouldBe(delivery);

        Basis(delivery - (20 * Worlds.Day)).ShouldBe(0.055m * 20 / 365, 0.0015m);
        Basis(delivery - Worlds.Day).ShouldBe(0, 0.0006m);
        Basis(delivery - 1).ShouldBe(0, 0.00003m);
        contract.Quote(delivery - 1)!.OpenInterest!.Value.ShouldBeGreaterThan(0);
        contract.Quote(delivery - 1)!.NextFundingTime.ShouldBeNull();
        contract.Funding(0, long.MaxValue, delivery).ShouldBeEmpty();
        contract.Quote(delivery)!.OpenInterest.ShouldBeNull();
        contract.Bars(PriceKind.Traded, Worlds.Minute, delivery - Worlds.Hour, long.MaxValue, delivery + Worlds.Day)[^1].OpenTime
            .ShouldBe(delivery - Worlds.Minute);

        decimal Basis(long now)
        {
            var quote = contract.Quote(now)!;
            quote.FundingRate.ShouldBeNull();
            market.Get("BTCUSDT").Quote(now)!.IndexPrice.ShouldBe(quote.IndexPrice);
            return (quote.MarkPrice / quote.IndexPrice!.Value) - 1;
        }
    }

    [Fact]
    public void A_settling_contract_keeps_its_history_and_last_price_only()
    {
        var market = Worlds.Create();
        var contract = market.Get("OMGUSDT");
        var end = contract.Instrument.DeliveryDate;

        contract.Instrument.Status.ShouldBe("SETTLING");
        end.ShouldBeInRange(Worlds.Start, Worlds.Now);
        var bars = contract.Bars(PriceKind.Traded, Worlds.FiveMinutes, 0, Worlds.Now, Worlds.Now);
        bars[^1].OpenTime.ShouldBe(end - Worlds.FiveMinutes);
        contract.OpenInterest(0, Worlds.Now, Worlds.Now)[^1].Time.ShouldBe(end - Worlds.FiveMinutes);
        contract.TakerVolumes(0, Worlds.Now, Worlds.Now)[^1].Time.ShouldBe(end - Worlds.FiveMinutes);
        contract.Funding(0, Worlds.Now, Worlds.Now)[^1].Time.ShouldBeLessThan(end);
        var quote = contract.Quote(Worlds.Now)!;
        quote.LastPrice.ShouldBe(bars[^1].Close);
        quote.FundingRate.ShouldBeNull();
        quote.NextFundingTime.ShouldBeNull();
        quote.OpenInterest.ShouldBeNull();
        market.TrueBook("OMGUSDT", Worlds.Now).ShouldBe(TrueBook.Empty);
        contract.Quote(end - 1)!.OpenInterest!.Value.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void A_contract_listed_the_day_before_has_a_thin_history_and_a_growing_book()
    {
        var contract = Worlds.Create().Get("KITEUSDT");
        var bars = contract.Bars(PriceKind.Traded, Worlds.Hour, 0, Worlds.Now, Worlds.Now);
        var openInterest = contract.OpenInterest(0, Worlds.Now, Worlds.Now);

        contract.Instrument.OnboardDate.ShouldBe(bars[0].OpenTime);
        bars.Count.ShouldBeInRange(24, 26);
        openInterest[0].Contracts.ShouldBe(0);
        openInterest[^1].Contracts.ShouldBeGreaterThan(0);
        contract.FundingTerms(Worlds.Now).ShouldBeNull();
    }
}
