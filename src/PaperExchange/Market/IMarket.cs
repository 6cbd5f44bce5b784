namespace OmnipotentFutures.PaperExchange.Market;

/// <summary>A market the stand-in can serve: simulated or recorded. Every question names the exchange's present time,
/// and no answer holds anything later than it. Implementations are safe to ask from many threads.</summary>
public interface IMarket
{
    /// <summary>What the data is: <c>simulated</c> or <c>recorded</c>.</summary>
    string Source { get; }

    /// <summary>Every listed futures contract, in the order exchangeInfo lists them.</summary>
    IReadOnlyList<Instrument> Instruments { get; }

    /// <summary>Every listed spot pair; empty where spot was not recorded.</summary>
    IReadOnlyList<SpotPair> SpotPairs { get; }

    /// <summary>The history of a futures contract, or null when it is not listed.</summary>
    IInstrumentMarket? Find(string symbol);

    /// <summary>Best bid and ask of a spot pair at <paramref name="now"/> (Unix ms), or null when there is none.</summary>
    SpotQuote? FindSpot(string symbol, long now);
}

/// <summary>One contract's history and present state. Times are Unix ms; ranges are inclusive; answers are oldest first.</summary>
public interface IInstrumentMarket
{
    /// <summary>The contract.</summary>
    Instrument Instrument { get; }

    /// <summary>Bars of one price kind whose open time lies in the range; the last one may be unfinished at <paramref name="now"/>.
    /// Empty where that kind, or an interval finer than what is kept, is not known.</summary>
    IReadOnlyList<Bar> Bars(PriceKind kind, long interval, long from, long to, long now);

    /// <summary>Distance between the readings that are kept, ms.</summary>
    const long FiveMinutes = 300_000;

    /// <summary>Open interest readings at multiples of <paramref name="step"/>, itself one of <see cref="FiveMinutes"/>.</summary>
    IReadOnlyList<OpenInterestReading> OpenInterest(long from, long to, long now, long step = FiveMinutes);

    /// <summary>Long/short readings at multiples of <paramref name="step"/>, itself one of <see cref="FiveMinutes"/>.</summary>
    IReadOnlyList<PositioningReading> Positioning(PositioningKind kind, long from, long to, long now, long step = FiveMinutes);

    /// <summary>Taker volumes of five-minute buckets; the time is the bucket's start.</summary>
    IReadOnlyList<TakerReading> TakerVolumes(long from, long to, long now);

    /// <summary>Funding settlements.</summary>
    IReadOnlyList<FundingSettlement> Funding(long from, long to, long now);

    /// <summary>The funding terms in force at <paramref name="now"/>, as fundingInfo lists them; null where it leaves the contract out.</summary>
    FundingTerms? FundingTerms(long now);

    /// <summary>The present state of the contract, or null before its first recorded bar.</summary>
    Quote? Quote(long now);
}

/// <summary>Which price a bar is made of.</summary>
public enum PriceKind
{
    /// <summary>Trades of the contract.</summary>
    Traded,

    /// <summary>The mark price, on which liquidation is decided.</summary>
    Mark,

    /// <summary>The index price.</summary>
    Index,

    /// <summary>The premium index, which is no price but a fraction of the index price, below zero as well as above: what a perpetual's
    /// funding rate is averaged from. A delivery contract has none.</summary>
    Premium,
}

/// <summary>Which of Binance's long/short ratios a reading belongs to.</summary>
public enum PositioningKind
{
    /// <summary>All accounts with a position, one vote each.</summary>
    GlobalAccounts,

    /// <summary>The top 20 % of accounts by margin, one vote each.</summary>
    TopAccounts,

    /// <summary>Positions of the top 20 % of accounts, by size.</summary>
    TopPositions,
}

/// <summary>A listed futures contract, with what exchangeInfo says of it.</summary>
public sealed record Instrument
{
    /// <summary>Symbol, such as BTCUSDT or BTCUSDT_261225.</summary>
    public required string Symbol { get; init; }

    /// <summary>Pair, such as BTCUSDT; for a perpetual it equals the symbol.</summary>
    public required string Pair { get; init; }

    /// <summary>PERPETUAL, TRADIFI_PERPETUAL, CURRENT_QUARTER, NEXT_QUARTER, …</summary>
    public string ContractType { get; init; } = "PERPETUAL";

    /// <summary>TRADING, SETTLING, …</summary>
    public string Status { get; init; } = "TRADING";

    /// <summary>COIN, EQUITY, COMMODITY, …</summary>
    public string UnderlyingType { get; init; } = "COIN";

    /// <summary>Base asset, such as BTC or 1000PEPE.</summary>
    public required string BaseAsset { get; init; }

    /// <summary>Quote and margin asset.</summary>
    public string QuoteAsset { get; init; } = "USDT";

    /// <summary>Symbol of the spot pair of what it is on, such as PEPEUSDT for 1000PEPEUSDT; null where there is none.</summary>
    public string? SpotSymbol { get; init; }

    /// <summary>Listing time, Unix ms.</summary>
    public long OnboardDate { get; init; }

    /// <summary>Delivery time, Unix ms; Binance's far-off 4133404800000 for a perpetual.</summary>
    public long DeliveryDate { get; init; } = 4133404800000;

    /// <summary>Smallest price step, quote units.</summary>
    public required decimal TickSize { get; init; }

    /// <summary>Smallest quantity step, base units.</summary>
    public required decimal StepSize { get; init; }

    /// <summary>Highest leverage of the first bracket, such as 125; null where it is not known.</summary>
    public int? MaxLeverage { get; init; }

    /// <summary>Maintenance margin brackets, from small notional to large; empty where they are not known.</summary>
    public IReadOnlyList<MarginBracket> Brackets { get; init; } = [];

    /// <summary>Usual hours between settlements; null for a delivery contract.</summary>
    public int? FundingIntervalHours { get; init; } = 8;

    /// <summary>Circulating supply of the base asset in base units, as openInterestHist gives it; null where not known.</summary>
    public decimal? CirculatingSupply { get; init; }
}

/// <summary>A maintenance margin bracket: maintenance margin = notional × rate − amount.</summary>
/// <param name="Floor">Notional at which it begins, quote units.</param>
/// <param name="Cap">Notional at which the next one begins, quote units.</param>
/// <param name="MaintenanceRate">Maintenance margin rate, a fraction.</param>
/// <param name="MaintenanceAmount">Maintenance amount, quote units.</param>
/// <param name="MaxLeverage">Highest leverage of a position in it.</param>
public sealed record MarginBracket(decimal Floor, decimal Cap, decimal MaintenanceRate, decimal MaintenanceAmount, int MaxLeverage);

/// <summary>A listed spot pair.</summary>
/// <param name="Symbol">Symbol, such as BTCUSDT.</param>
/// <param name="BaseAsset">Base asset.</param>
/// <param name="QuoteAsset">Quote asset.</param>
/// <param name="TickSize">Smallest price step, quote units.</param>
/// <param name="StepSize">Smallest quantity step, base units.</param>
public sealed record SpotPair(string Symbol, string BaseAsset, string QuoteAsset, decimal TickSize, decimal StepSize);

/// <summary>A bar. <paramref name="OpenTime"/> is Unix ms, volumes are base units, quote volumes quote units; null was not recorded.</summary>
public readonly record struct Bar(
    long OpenTime,
    decimal Open,
    decimal High,
    decimal Low,
    decimal Close,
    decimal? Volume = null,
    decimal? QuoteVolume = null,
    long? Trades = null,
    decimal? TakerBuyVolume = null,
    decimal? TakerBuyQuoteVolume = null);

/// <summary>Open interest at an instant: contracts in base units (one side) and their value in quote units.</summary>
public readonly record struct OpenInterestReading(long Time, decimal Contracts, decimal Value);

/// <summary>Share of longs, a fraction between 0 and 1.</summary>
public readonly record struct PositioningReading(long Time, decimal LongShare);

/// <summary>Taker volumes of a bucket, base units.</summary>
public readonly record struct TakerReading(long Time, decimal BuyVolume, decimal SellVolume);

/// <summary>A settlement: the rate is a fraction per interval, <paramref name="MarkPrice"/> null where it was not recorded.</summary>
public readonly record struct FundingSettlement(long Time, decimal Rate, decimal? MarkPrice);

/// <summary>Funding terms, as fundingInfo lists them.</summary>
/// <param name="IntervalHours">Hours between settlements.</param>
/// <param name="Cap">Highest funding rate per interval, a fraction; null where it is not known.</param>
/// <param name="Floor">Lowest funding rate per interval, a fraction; null where it is not known.</param>
/// <param name="UpdateTime">When they were last changed, Unix ms.</param>
public sealed record FundingTerms(int IntervalHours, decimal? Cap, decimal? Floor, long UpdateTime);

/// <summary>A contract's present state. Prices in quote units.</summary>
/// <param name="LastPrice">Price of the last trade.</param>
/// <param name="MarkPrice">Mark price.</param>
/// <param name="IndexPrice">Index price; null where it was not recorded.</param>
/// <param name="BidPrice">Best bid; null where the book was not recorded.</param>
/// <param name="AskPrice">Best ask; null where the book was not recorded.</param>
/// <param name="FundingRate">Running estimate of the next settlement, a fraction per interval; null where there is none.</param>
/// <param name="NextFundingTime">Unix ms; null where there is none.</param>
/// <param name="OpenInterest">Contracts in base units, one side; null where it was not recorded.</param>
/// <param name="InterestRate">Interest of the funding formula, a fraction per eight hours; null where there is none or it was not recorded.</param>
public sealed record Quote(
    decimal LastPrice,
    decimal MarkPrice,
    decimal? IndexPrice,
    decimal? BidPrice,
    decimal? AskPrice,
    decimal? FundingRate,
    long? NextFundingTime,
    decimal? OpenInterest,
    decimal? InterestRate = null);

/// <summary>Best bid and ask of a spot pair, with the price of its last trade.</summary>
public sealed record SpotQuote(decimal LastPrice, decimal BidPrice, decimal AskPrice);
