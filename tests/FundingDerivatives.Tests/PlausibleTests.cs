using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using OmnipotentFutures.Binance.Errors;
using OmnipotentFutures.Binance.Models;
using OmnipotentFutures.FundingDerivatives.Inputs;
using OmnipotentFutures.FundingDerivatives.Model;

namespace OmnipotentFutures.FundingDerivatives.Tests;

public class PlausibleTests
{
    private const long Time = 1_789_478_303_000;

    // Products and quotients are largest at the bounds, so half of all numbers lie there and the others are of every size.
    private static readonly decimal[] Prices = [1e-12m, 1e7m];
    private static readonly decimal[] Quantities = [1e-12m, 1e14m];
    private static readonly decimal[] Values = [1e-8m, 1e18m];
    private static readonly decimal[] Supplies = [1, 1e18m];
    private static readonly decimal[] Rates = [-1, 1e-12m, 1];

    private static readonly Gen<decimal> AnyNumber =
        from digit in Gen.Choose(-9, 9)
        from zeros in Gen.Choose(-28, 27)
        select digit * Parse(FormattableString.Invariant($"1e{zeros}"));

    [Theory]
    [InlineData("1e-12", true)]
    [InlineData("76916.95122464", true)]
    [InlineData("1e7", true)]
    [InlineData("0", false)]
    [InlineData("-1", false)]
    [InlineData("1e-25", false)]
    [InlineData("10000000.01", false)]
    [InlineData("7e28", false)]
    public void Price_out_of_bounds_is_missing_wherever_it_stands(string text, bool stays)
    {
        var price = Parse(text);
        decimal? expected = stays ? price : null;

        var premium = Plausible.Of(Premium with { MarkPrice = price, IndexPrice = price, EstimatedSettlePrice = price });
        (premium.MarkPrice, premium.IndexPrice, premium.EstimatedSettlePrice).ShouldBe((expected, expected, expected));
        Plausible.Of(new FundingRate { Symbol = "X", FundingTime = Time, MarkPrice = price }).MarkPrice.ShouldBe(expected);
        Plausible.Of(new Ticker24h { Symbol = "X", LastPrice = price }).LastPrice.ShouldBe(expected);
        var basis = Plausible.Of(new BasisPoint { Timestamp = Time, IndexPrice = price, FuturesPrice = price });
        (basis.IndexPrice, basis.FuturesPrice).ShouldBe((expected, expected));
        Plausible.Prices([Bar(price, 1), Bar(1, price), Bar(1, 1)]).Length.ShouldBe(stays ? 3 : 1);
    }

    [Theory]
    [InlineData("0", true)]
    [InlineData("11", true)]
    [InlineData("-1", false)]
    [InlineData("1e-25", false)]
    [InlineData("7e28", false)]
    public void Book_keeps_the_zero_of_an_empty_side(string text, bool stays)
    {
        var price = Parse(text);
        decimal? expected = stays ? price : null;

        var book = Plausible.Of(new BookTicker { Symbol = "X", BidPrice = price, AskPrice = price, BidQuantity = price, AskQuantity = price });

        (book.BidPrice, book.AskPrice, book.BidQuantity, book.AskQuantity).ShouldBe((expected, expected, expected, expected));
    }

    [Theory]
    [InlineData("0", true)]
    [InlineData("1e-12", true)]
    [InlineData("1e14", true)]
    [InlineData("-1", false)]
    [InlineData("1e-13", false)]
    [InlineData("1e25", false)]
    public void Quantity_out_of_bounds_is_missing_wherever_it_stands(string text, bool stays)
    {
        var quantity = Parse(text);
        decimal? expected = stays ? quantity : null;

        Plausible.Of(new OpenInterest { Symbol = "X", Time = Time, Contracts = quantity }).Contracts.ShouldBe(expected);
        Plausible.Of(new OpenInterestPoint { Timestamp = Time, Contracts = quantity }).Contracts.ShouldBe(expected);
        var taker = Plausible.Of(new TakerVolume { Timestamp = Time, BuyVolume = quantity, SellVolume = quantity });
        (taker.BuyVolume, taker.SellVolume).ShouldBe((expected, expected));
    }

    [Theory]
    [InlineData("0", true)]
    [InlineData("-1", true)]
    [InlineData("1", true)]
    [InlineData("-0.00008972", true)]
    [InlineData("1.01", false)]
    [InlineData("-7e26", false)]
    [InlineData("1e27", false)]
    public void Rate_out_of_bounds_is_missing_wherever_it_stands(string text, bool stays)
    {
        var rate = Parse(text);
        decimal? expected = stays ? rate : null;

        var premium = Plausible.Of(Premium with { LastFundingRate = rate, InterestRate = rate });
        (premium.LastFundingRate, premium.InterestRate).ShouldBe((expected, expected));
        Plausible.Of(new FundingRate { Symbol = "X", FundingTime = Time, Rate = rate }).Rate.ShouldBe(expected);
        Plausible.Premiums([Bar(rate, 0), Bar(0, rate), Bar(0, 0)]).Length.ShouldBe(stays ? 3 : 1);
    }

    [Theory]
    [InlineData("0.003", "-0.003", 8, true)]
    [InlineData("1", "-1", 1, true)]
    [InlineData("0", "0", 0, false)]
    [InlineData("-0.003", "0.003", 3, false)]
    [InlineData("1.5", "-1.5", -4, false)]
    [InlineData("1e-28", "-1e-28", int.MaxValue, false)]
    public void Rule_out_of_bounds_is_missing(string cap, string floor, int hours, bool stays)
    {
        var rule = new FundingInfo { Symbol = "X", AdjustedFundingRateCap = Parse(cap), AdjustedFundingRateFloor = Parse(floor), FundingIntervalHours = hours };

        Plausible.Rows([rule]).ShouldBe([stays ? rule : new FundingInfo { Symbol = "X" }]);
    }

    [Theory]
    [InlineData("94731.046", "8157280897.9", "19900000", true, true)]
    [InlineData("0", "0", "1", true, true)]
    [InlineData("1", "0", "1e18", true, true)]
    [InlineData("1", "1e8", "1e-28", false, false)]
    [InlineData("1e14", "1", "0.5", false, false)]
    [InlineData("0", "5", "1e19", false, false)]
    [InlineData("1", "7e28", "-1", false, false)]
    [InlineData("1", "-5", "0", false, false)]
    public void Open_interest_reading_keeps_a_value_that_makes_a_price_and_a_supply_that_can_be(
        string contracts, string value, string supply, bool valueStays, bool supplyStays)
    {
        var reading = Plausible.Of(new OpenInterestPoint { Timestamp = Time, Contracts = Parse(contracts), Value = Parse(value), CirculatingSupply = Parse(supply) });

        (reading.Contracts, reading.Value, reading.CirculatingSupply)
            .ShouldBe((Parse(contracts), valueStays ? Parse(value) : null, supplyStays ? Parse(supply) : null));
    }

    [Fact]
    public void Ratios_and_shares_out_of_bounds_are_missing()
    {
        var plausible = new LongShortRatio { Timestamp = Time, Ratio = 1.5m, LongShare = 0.6m, ShortShare = 0.4m };

        Plausible.Rows([plausible, plausible with { Ratio = -1, LongShare = 1.1m, ShortShare = -0.1m }, plausible with { Ratio = 7e28m }])
            .ShouldBe([plausible, new LongShortRatio { Timestamp = Time }, plausible with { Ratio = null }]);
        Plausible.Of(new TakerVolume { Timestamp = Time, BuySellRatio = 1e7m }).BuySellRatio.ShouldBeNull();
    }

    [Theory]
    [InlineData("-12.5", "1e18", true)]
    [InlineData("1000001", "1e19", false)]
    [InlineData("-7e28", "-1", false)]
    public void Statistics_out_of_bounds_are_missing(string change, string volume, bool stays)
    {
        var ticker = new Ticker24h { Symbol = "X", LastPrice = 5, PriceChangePercent = Parse(change), QuoteVolume = Parse(volume) };

        Plausible.Rows([ticker]).ShouldBe([stays ? ticker : ticker with { PriceChangePercent = null, QuoteVolume = null }]);
    }

    [Theory]
    [InlineData(1_262_304_000_000, true)]
    [InlineData(1_262_303_999_999, false)]
    [InlineData(4_102_444_799_999, true)]
    [InlineData(4_102_444_800_000, false)]
    [InlineData(0, false)]
    [InlineData(long.MinValue, false)]
    [InlineData(long.MaxValue, false)]
    public void Row_without_a_plausible_time_is_left_out_and_the_others_stay(long time, bool stays)
    {
        var count = stays ? 2 : 1;

        Plausible.Rows([Premium with { Time = time }, Premium]).Length.ShouldBe(count);
        Plausible.Rows([new FundingRate { Symbol = "X", FundingTime = time }, new() { Symbol = "X", FundingTime = Time }]).Length.ShouldBe(count);
        Plausible.Rows([new OpenInterestPoint { Timestamp = time }, new() { Timestamp = Time }]).Length.ShouldBe(count);
        Plausible.Rows([new LongShortRatio { Timestamp = time }, new() { Timestamp = Time }]).Length.ShouldBe(count);
        Plausible.Rows([new TakerVolume { Timestamp = time }, new() { Timestamp = Time }]).Length.ShouldBe(count);
        Plausible.Rows([new BasisPoint { Timestamp = time }, new() { Timestamp = Time }]).Length.ShouldBe(count);
        Plausible.Prices([Bar(1, 1) with { OpenTime = time }, Bar(1, 1)]).Length.ShouldBe(count);
        Plausible.Premiums([Bar(0, 0) with { CloseTime = time }, Bar(0, 0)]).Length.ShouldBe(count);
        Plausible.Of(Premium with { NextFundingTime = time }).NextFundingTime.ShouldBe(stays ? time : null);
    }

    [Fact]
    public void Single_answer_without_a_plausible_time_cannot_be_used()
    {
        Should.Throw<BinanceException>(() => Plausible.Of(Premium with { Time = long.MaxValue })).Kind.ShouldBe(BinanceErrorKind.MalformedResponse);
        Should.Throw<BinanceException>(() => Plausible.Of(new OpenInterest { Symbol = "X", Time = 0 })).Kind.ShouldBe(BinanceErrorKind.MalformedResponse);
    }

    [Property(MaxTest = 3000)]
    public Property Open_interest_that_is_left_is_worth_something_in_usdt_and_against_its_supply() =>
        Prop.ForAll(Numbers(Quantities, Prices, Prices, Supplies, Values), numbers =>
        {
            var contracts = Plausible.Of(new OpenInterest { Symbol = "X", Time = Time, Contracts = numbers[0] }).Contracts;
            var price = Plausible.Of(Premium with { MarkPrice = numbers[1] }).MarkPrice;
            var quote = Book(numbers[2], numbers[2]).MidPrice;
            var supply = Plausible.Of(new OpenInterestPoint { Timestamp = Time, CirculatingSupply = numbers[3] }).CirculatingSupply;
            var traded = Plausible.Of(new Ticker24h { Symbol = "X", QuoteVolume = numbers[4] }).QuoteVolume;

            Fits(() => contracts * price * quote);
            Fits(() => traded * quote);
            Fits(() => contracts / supply * 100);
        });

    [Property(MaxTest = 3000)]
    public Property Basis_between_prices_that_are_left_fits_as_percent() =>
        Prop.ForAll(Numbers(Prices, Prices, Prices, Prices), numbers =>
        {
            var premium = Plausible.Of(Premium with { MarkPrice = numbers[0], IndexPrice = numbers[1] });
            var (futures, spot) = (Book(numbers[0], numbers[1]), Book(numbers[2], numbers[3]));

            Fits(() => ((premium.MarkPrice / premium.IndexPrice) - 1) * 100);
            if (futures.MidPrice is not null && spot.MidPrice is not null)
            {
                // A contract may be of a million spot units.
                Fits(() => ((spot.BidPrice * 1_000_000 / futures.AskPrice) - 1) * 100);
                Fits(() => ((futures.BidPrice / (spot.AskPrice * 1_000_000)) - 1) * 100);
                Fits(() => ((premium.IndexPrice / (spot.MidPrice * 1_000_000)) - 1) * 100);
            }
        });

    [Property(MaxTest = 3000)]
    public Property Rates_that_are_left_fit_over_a_year_and_against_their_limits() =>
        Prop.ForAll(Numbers(Rates, Rates, [1, 2, 4, 8, int.MaxValue]), numbers =>
        {
            var rate = Plausible.Of(Premium with { LastFundingRate = numbers[0] }).LastFundingRate;
            var rule = Plausible.Of(new FundingInfo
            {
                Symbol = "X",
                AdjustedFundingRateCap = numbers[1],
                AdjustedFundingRateFloor = -numbers[1],
                FundingIntervalHours = (int)Math.Clamp(numbers[2], int.MinValue, int.MaxValue),
            });

            Fits(() => rate * 100 / (rule.AdjustedFundingRateCap * 100) * 100);
            Fits(() => rate * 100 / (rule.AdjustedFundingRateFloor * 100) * 100);
            Fits(() => rate is { } known && rule.FundingIntervalHours is { } hours ? FundingCost.OverYear(known * 100, hours) : null);
        });

    [Property(MaxTest = 3000)]
    public Property Volumes_that_are_left_make_ratios() =>
        Prop.ForAll(Numbers(Quantities, Quantities), numbers =>
        {
            var taker = Plausible.Of(new TakerVolume { Timestamp = Time, BuyVolume = numbers[0], SellVolume = numbers[1] });

            Fits(() => taker.SellVolume > 0 ? taker.BuyVolume / taker.SellVolume : null);
            Fits(() => taker.BuyVolume + taker.SellVolume > 0 ? taker.BuyVolume / (taker.BuyVolume + taker.SellVolume) : null);
        });

    [Property(MaxTest = 3000)]
    public Property Changes_between_readings_that_are_left_fit_as_percent() =>
        Prop.ForAll(Numbers(Quantities, Values, Quantities, Values), numbers =>
        {
            var before = Plausible.Of(new OpenInterestPoint { Timestamp = Time, Contracts = numbers[0], Value = numbers[1] });
            var now = Plausible.Of(new OpenInterestPoint { Timestamp = Time, Contracts = numbers[2], Value = numbers[3] });
            if (before is { Contracts: > 0, Value: > 0 } && now is { Contracts: > 0, Value: > 0 })
            {
                var change = new OpenInterestChange(
                    Time, Time, (double)before.Contracts, (double)now.Contracts, (double)before.Value, (double)now.Value, Standing: null);

                Fits(() => (decimal)change.InContracts * 100);
                Fits(() => (decimal)change.InValue * 100);
                Fits(() => (decimal)change.InPrice * 100);
            }
        });

    private static void Fits(Func<decimal?> count) => Should.NotThrow(() => count());

    private static Arbitrary<decimal[]> Numbers(params decimal[][] bounds) => Gen
        .CollectToArray(bounds, each => Gen.OneOf(Gen.Elements(each), AnyNumber))
        .ToArbitrary();

    private static BookTicker Book(decimal bid, decimal ask) => Plausible.Of(new BookTicker { Symbol = "X", BidPrice = bid, AskPrice = ask });

    private static PremiumIndex Premium => new() { Symbol = "X", Time = Time };

    private static Kline Bar(decimal open, decimal others) => new(Time, open, others, others, others, 0, Time + 1, 0, 0, 0, 0);

    private static decimal Parse(string number) => decimal.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture);
}
