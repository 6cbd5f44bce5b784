using OmnipotentFutures.PaperExchange.Market;

namespace OmnipotentFutures.PaperExchange.Tests.Api;

/// <summary>A market of what a test puts into it.</summary>
internal sealed class StubMarket : IMarket
{
    /// <summary>2026-01-14 (a Wednesday) 12:00:00 UTC.</summary>
    public const long Noon = 1768392000000;
    public const long Minute = 60_000;
    public const long Hour = 60 * Minute;
    public const long Day = 24 * Hour;

    public StubMarket(params StubInstrument[] contracts) => Contracts = [.. contracts];

    public List<StubInstrument> Contracts { get; }

    public string Source => "simulated";

    public IReadOnlyList<Instrument> Instruments => [.. Contracts.Select(contract => contract.Instrument)];

    public IReadOnlyList<SpotPair> SpotPairs { get; init; } = [];

    public Dictionary<string, SpotQuote> SpotQuotes { get; } = [];

    public IInstrumentMarket? Find(string symbol) => Contracts.Find(contract => contract.Instrument.Symbol == symbol);

    public SpotQuote? FindSpot(string symbol, long now) => SpotQuotes.GetValueOrDefault(symbol);

    /// <summary>A perpetual, a quarterly contract, one that settles and one with a Chinese name, each with three hours of data, and two spot pairs.</summary>
    public static StubMarket Typical() => new(
        StubInstrument.WithHistory(new Instrument
        {
            Symbol = "BTCUSDT", Pair = "BTCUSDT", BaseAsset = "BTC", TickSize = 0.10m, StepSize = 0.001m, SpotSymbol = "BTCUSDT", CirculatingSupply = 20_000_000m,
        }),
        StubInstrument.WithHistory(new Instrument
        {
            Symbol = "BTCUSDT_260327", Pair = "BTCUSDT", BaseAsset = "BTC", TickSize = 0.1m, StepSize = 0.001m, ContractType = "CURRENT_QUARTER",
            DeliveryDate = Noon + (73 * Day), FundingIntervalHours = null,
        }) with { Terms = null, Present = new Quote(100m, 100m, 99m, 99.9m, 100.1m, null, null, 5m) },
        StubInstrument.WithHistory(new Instrument
        {
            Symbol = "OLDUSDT", Pair = "OLDUSDT", BaseAsset = "OLD", TickSize = 0.01m, StepSize = 1m, Status = "SETTLING",
        }) with { Terms = null },
        StubInstrument.WithHistory(new Instrument
        {
            Symbol = "币安人生USDT", Pair = "币安人生USDT", BaseAsset = "币安人生", TickSize = 0.00001m, StepSize = 1m, FundingIntervalHours = 4,
        }) with { Terms = new FundingTerms(4, 0.02m, -0.02m, 0) })
    {
        SpotPairs = [new("BTCUSDT", "BTC", "USDT", 0.01m, 0.00001m), new("ETHUSDT", "ETH", "USDT", 0.01m, 0.0001m)],
        SpotQuotes = { ["BTCUSDT"] = new(99.5m, 99.4m, 99.6m), ["ETHUSDT"] = new(10m, 9.99m, 10.01m) },
    };
}

/// <summary>One contract of a <see cref="StubMarket"/>. Five-minute bars and readings; nothing is hidden for being later than now but bars and readings that start later.</summary>
internal sealed record StubInstrument(Instrument Instrument) : IInstrumentMarket
{
    public Dictionary<PriceKind, List<Bar>> FiveMinuteBars { get; init; } = new() { [PriceKind.Traded] = [], [PriceKind.Mark] = [], [PriceKind.Index] = [], [PriceKind.Premium] = [] };

    public List<OpenInterestReading> OpenInterestReadings { get; init; } = [];

    public List<PositioningReading> PositioningReadings { get; init; } = [];

    public List<TakerReading> TakerReadings { get; init; } = [];

    public List<FundingSettlement> Settlements { get; init; } = [];

    public Quote? Present { get; init; } = new(100.5m, 100.25m, 100.125m, 100.4m, 100.6m, -0.0001m, StubMarket.Noon + (4 * StubMarket.Hour), 1234.5m, 0.0001m);

    public FundingTerms? Terms { get; init; } = new(8, 0.003m, -0.003m, 0);

    /// <summary>Three hours up to noon: bar i trades from 100+i to 101+i, the index one lower.</summary>
    public static StubInstrument WithHistory(Instrument instrument)
    {
        var result = new StubInstrument(instrument);
        for (var i = 0; i < 36; i++)
        {
            var time = StubMarket.Noon - (3 * StubMarket.Hour) + (i * 5 * StubMarket.Minute);
            result.FiveMinuteBars[PriceKind.Traded].Add(new Bar(time, 100 + i, 102 + i, 99 + i, 101 + i, 10, 1000, 7, 4, 400));
            result.FiveMinuteBars[PriceKind.Mark].Add(new Bar(time, 100 + i, 101 + i, 100 + i, 101 + i));
            result.FiveMinuteBars[PriceKind.Index].Add(new Bar(time, 99 + i, 100 + i, 99 + i, 100 + i));
            result.FiveMinuteBars[PriceKind.Premium].Add(new Bar(time, -0.0001m, 0.0001m * i, -0.0002m, 0.000123456m));
            result.OpenInterestReadings.Add(new OpenInterestReading(time, 1000 + i, 100_000 + i));
            result.PositioningReadings.Add(new PositioningReading(time, 0.6m));
            result.TakerReadings.Add(new TakerReading(time, 3, 2));
        }

        result.Settlements.AddRange(Enumerable.Range(0, 5).Select(i =>
            new FundingSettlement(StubMarket.Noon - (4 * StubMarket.Hour) - ((4 - i) * 8 * StubMarket.Hour), 0.0001m * (i + 1), i == 0 ? null : 100m)));
        return result;
    }

    public IReadOnlyList<Bar> Bars(PriceKind kind, long interval, long from, long to, long now) => interval < 5 * StubMarket.Minute
        ? []
        : [.. BarAggregation.ToInterval(FiveMinuteBars[kind].Where(bar => bar.OpenTime <= now), interval).Where(bar => bar.OpenTime >= from && bar.OpenTime <= to)];

    public IReadOnlyList<OpenInterestReading> OpenInterest(long from, long to, long now, long step = IInstrumentMarket.FiveMinutes) =>
        [.. OpenInterestReadings.Where(reading => reading.Time >= from && reading.Time <= Math.Min(to, now) && reading.Time % step == 0)];

    public IReadOnlyList<PositioningReading> Positioning(PositioningKind kind, long from, long to, long now, long step = IInstrumentMarket.FiveMinutes) =>
        [.. PositioningReadings.Where(reading => reading.Time >= from && reading.Time <= Math.Min(to, now) && reading.Time % step == 0)];

    public IReadOnlyList<TakerReading> TakerVolumes(long from, long to, long now) =>
        [.. TakerReadings.Where(reading => reading.Time >= from && reading.Time <= Math.Min(to, now))];

    public IReadOnlyList<FundingSettlement> Funding(long from, long to, long now) =>
        [.. Settlements.Where(settlement => settlement.Time >= from && settlement.Time <= Math.Min(to, now))];

    public FundingTerms? FundingTerms(long now) => Terms;

    public Quote? Quote(long now) => Present;
}
