using OmnipotentFutures.Binance.Endpoints;
using OmnipotentFutures.Binance.Errors;
using OmnipotentFutures.Binance.Models;

namespace OmnipotentFutures.FundingDerivatives.Inputs;

/// <summary>Takes out of the exchange's answers what no market can say. A number beyond these bounds is a fault of the feed: arithmetic on it would mislead
/// or overflow, and one such number must not cost the whole answer. It becomes null, so that the report says that it is missing. The bounds lie far
/// outside of anything ever listed, and products and quotients of what lies within them fit a decimal: contracts times price times the quote asset's own
/// price is 1e28 at most.</summary>
internal static class Plausible
{
    // Below lies nothing but rounding; a divisor of 1e-28 overflows any dividend.
    private const decimal Smallest = 1e-12m;

    // Quote units per contract unit, and USDT per quote unit.
    private const decimal HighestPrice = 1e7m;

    // Base units.
    private const decimal LargestQuantity = 1e14m;

    // Quote units, which the exchange sends with 8 decimals.
    private const decimal SmallestValue = 1e-8m;
    private const decimal LargestValue = 1e18m;

    private const decimal LargestSupply = 1e18m;
    private const decimal HighestRatio = 1e6m;
    private const decimal LargestPriceChangePercent = 1e6m;

    private static readonly long Earliest = new DateTimeOffset(2010, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();
    private static readonly long Latest = new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();

    /// <summary>The answer without implausible prices and rates; an implausible next settlement is none.</summary>
    /// <param name="answer">The answer.</param>
    /// <exception cref="BinanceException">Its time is none: nothing in it can be placed.</exception>
    public static PremiumIndex Of(PremiumIndex answer) => IsTime(answer.Time)
        ? answer with
        {
            MarkPrice = Price(answer.MarkPrice),
            IndexPrice = Price(answer.IndexPrice),
            EstimatedSettlePrice = Price(answer.EstimatedSettlePrice),
            LastFundingRate = Rate(answer.LastFundingRate),
            InterestRate = Rate(answer.InterestRate),
            NextFundingTime = answer.NextFundingTime is { } next && IsTime(next) ? next : null,
        }
        : throw Timeless(FuturesEndpoints.PremiumIndex.Path);

    /// <summary>The answer without an implausible number of contracts.</summary>
    /// <param name="answer">The answer.</param>
    /// <exception cref="BinanceException">Its time is none: the reading cannot be placed.</exception>
    public static OpenInterest Of(OpenInterest answer) => IsTime(answer.Time)
        ? answer with { Contracts = Quantity(answer.Contracts) }
        : throw Timeless(FuturesEndpoints.OpenInterest.Path);

    /// <summary>The rule without a cap outside (0, 1], a floor outside [-1, 0) and an interval other than 1, 2, 4 or 8 hours.</summary>
    /// <param name="rule">The rule.</param>
    public static FundingInfo Of(FundingInfo rule) => rule with
    {
        AdjustedFundingRateCap = rule.AdjustedFundingRateCap is >= Smallest and <= 1 ? rule.AdjustedFundingRateCap : null,
        AdjustedFundingRateFloor = rule.AdjustedFundingRateFloor is >= -1 and <= -Smallest ? rule.AdjustedFundingRateFloor : null,
        FundingIntervalHours = rule.FundingIntervalHours is 1 or 2 or 4 or 8 ? rule.FundingIntervalHours : null,
    };

    /// <summary>The settlement without an implausible rate or mark price.</summary>
    /// <param name="settlement">The settlement.</param>
    public static FundingRate Of(FundingRate settlement) => settlement with { Rate = Rate(settlement.Rate), MarkPrice = Price(settlement.MarkPrice) };

    /// <summary>The reading without implausible contracts, value or supply. A value that makes no price of a contract is implausible too.</summary>
    /// <param name="reading">The reading.</param>
    public static OpenInterestPoint Of(OpenInterestPoint reading)
    {
        var contracts = Quantity(reading.Contracts);
        var value = Value(reading.Value);
        return reading with
        {
            Contracts = contracts,
            Value = value > 0 && (value < contracts * Smallest || value > contracts * HighestPrice) ? null : value,
            CirculatingSupply = reading.CirculatingSupply is >= 1 and <= LargestSupply ? reading.CirculatingSupply : null,
        };
    }

    /// <summary>The reading without an implausible ratio or share.</summary>
    /// <param name="reading">The reading.</param>
    public static LongShortRatio Of(LongShortRatio reading) => reading with
    {
        Ratio = Ratio(reading.Ratio),
        LongShare = Share(reading.LongShare),
        ShortShare = Share(reading.ShortShare),
    };

    /// <summary>The reading without implausible volumes or ratio.</summary>
    /// <param name="reading">The reading.</param>
    public static TakerVolume Of(TakerVolume reading) => reading with
    {
        BuySellRatio = Ratio(reading.BuySellRatio),
        BuyVolume = Quantity(reading.BuyVolume),
        SellVolume = Quantity(reading.SellVolume),
    };

    /// <summary>The book without implausible prices and sizes. The zero of an empty side stays.</summary>
    /// <param name="book">The book.</param>
    public static BookTicker Of(BookTicker book) => book with
    {
        BidPrice = book.BidPrice is 0 ? 0 : Price(book.BidPrice),
        BidQuantity = Quantity(book.BidQuantity),
        AskPrice = book.AskPrice is 0 ? 0 : Price(book.AskPrice),
        AskQuantity = Quantity(book.AskQuantity),
    };

    /// <summary>The statistics without an implausible last price, change in percent or volume in quote units.</summary>
    /// <param name="ticker">The statistics.</param>
    public static Ticker24h Of(Ticker24h ticker) => ticker with
    {
        LastPrice = Price(ticker.LastPrice),
        PriceChangePercent = ticker.PriceChangePercent is >= -LargestPriceChangePercent and <= LargestPriceChangePercent ? ticker.PriceChangePercent : null,
        QuoteVolume = Value(ticker.QuoteVolume),
    };

    /// <summary>The reading without implausible prices.</summary>
    /// <param name="reading">The reading.</param>
    public static BasisPoint Of(BasisPoint reading) => reading with { IndexPrice = Price(reading.IndexPrice), FuturesPrice = Price(reading.FuturesPrice) };

    /// <summary>Rows as <see cref="Of(PremiumIndex)"/> has them; those without a plausible time are left out.</summary>
    /// <param name="rows">Rows of the exchange.</param>
    public static PremiumIndex[] Rows(PremiumIndex[] rows) => [.. rows.Where(row => IsTime(row.Time)).Select(Of)];

    /// <summary>Rules as <see cref="Of(FundingInfo)"/> has them.</summary>
    /// <param name="rows">Rows of the exchange.</param>
    public static FundingInfo[] Rows(FundingInfo[] rows) => Array.ConvertAll(rows, Of);

    /// <summary>Settlements as <see cref="Of(FundingRate)"/> has them; those without a plausible time are left out.</summary>
    /// <param name="rows">Rows of the exchange.</param>
    public static FundingRate[] Rows(FundingRate[] rows) => [.. rows.Where(row => IsTime(row.FundingTime)).Select(Of)];

    /// <summary>Readings as <see cref="Of(OpenInterestPoint)"/> has them; those without a plausible time are left out.</summary>
    /// <param name="rows">Rows of the exchange.</param>
    public static OpenInterestPoint[] Rows(OpenInterestPoint[] rows) => [.. rows.Where(row => IsTime(row.Timestamp)).Select(Of)];

    /// <summary>Readings as <see cref="Of(LongShortRatio)"/> has them; those without a plausible time are left out.</summary>
    /// <param name="rows">Rows of the exchange.</param>
    public static LongShortRatio[] Rows(LongShortRatio[] rows) => [.. rows.Where(row => IsTime(row.Timestamp)).Select(Of)];

    /// <summary>Readings as <see cref="Of(TakerVolume)"/> has them; those without a plausible time are left out.</summary>
    /// <param name="rows">Rows of the exchange.</param>
    public static TakerVolume[] Rows(TakerVolume[] rows) => [.. rows.Where(row => IsTime(row.Timestamp)).Select(Of)];

    /// <summary>Books as <see cref="Of(BookTicker)"/> has them.</summary>
    /// <param name="rows">Rows of the exchange.</param>
    public static BookTicker[] Rows(BookTicker[] rows) => Array.ConvertAll(rows, Of);

    /// <summary>Statistics as <see cref="Of(Ticker24h)"/> has them.</summary>
    /// <param name="rows">Rows of the exchange.</param>
    public static Ticker24h[] Rows(Ticker24h[] rows) => Array.ConvertAll(rows, Of);

    /// <summary>Readings as <see cref="Of(BasisPoint)"/> has them; those without a plausible time are left out.</summary>
    /// <param name="rows">Rows of the exchange.</param>
    public static BasisPoint[] Rows(BasisPoint[] rows) => [.. rows.Where(row => IsTime(row.Timestamp)).Select(Of)];

    /// <summary>Bars of prices whose times and four prices are plausible.</summary>
    /// <param name="bars">Bars of the exchange.</param>
    public static Kline[] Prices(Kline[] bars) => Bars(bars, price => Price(price) is not null);

    /// <summary>Bars of the premium index whose times and four premiums, fractions within ±1, are plausible.</summary>
    /// <param name="bars">Bars of the exchange.</param>
    public static Kline[] Premiums(Kline[] bars) => Bars(bars, premium => Rate(premium) is not null);

    private static Kline[] Bars(Kline[] bars, Predicate<decimal> isPlausible) => Array.FindAll(
        bars,
        bar => IsTime(bar.OpenTime) && IsTime(bar.CloseTime) && isPlausible(bar.Open) && isPlausible(bar.High) && isPlausible(bar.Low) && isPlausible(bar.Close));

    private static decimal? Price(decimal? price) => price is >= Smallest and <= HighestPrice ? price : null;

    private static decimal? Quantity(decimal? quantity) => quantity is 0 or (>= Smallest and <= LargestQuantity) ? quantity : null;

    private static decimal? Value(decimal? value) => value is 0 or (>= SmallestValue and <= LargestValue) ? value : null;

    private static decimal? Rate(decimal? rate) => rate is >= -1 and <= 1 ? rate : null;

    private static decimal? Ratio(decimal? ratio) => ratio is >= 0 and <= HighestRatio ? ratio : null;

    private static decimal? Share(decimal? share) => share is >= 0 and <= 1 ? share : null;

    private static bool IsTime(long time) => time >= Earliest && time < Latest;

    private static BinanceException Timeless(string path) =>
        new(BinanceErrorKind.MalformedResponse, path, "the answer's time is none that an exchange could give");
}
