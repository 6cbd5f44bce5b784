using System.Text.Json;
using BenchmarkDotNet.Attributes;
using OmnipotentFutures.Analysis;
using OmnipotentFutures.Analysis.Localization;
using OmnipotentFutures.Analysis.Symbols;
using OmnipotentFutures.Binance;
using OmnipotentFutures.Binance.Models;
using OmnipotentFutures.FundingDerivatives;
using OmnipotentFutures.FundingDerivatives.Inputs;
using OmnipotentFutures.FundingDerivatives.Screener;
using OmnipotentFutures.Hosting;

namespace OmnipotentFutures.Benchmarks;

/// <summary>The screener over 900 contracts once its inputs are there, the whole market on one page.</summary>
[MemoryDiagnoser, MinColumn, MedianColumn]
public class ScreenerBenchmarks
{
    private const int Contracts = 900;
    private const int Seed = 20260401;
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeMilliseconds(1_789_478_303_000);

    private readonly ScreenerQuery _query = new("abs_rate_8h", SortOrder.Desc, Limit: 1000, Offset: 0, MinVolume: 0);
    private readonly MarketMeta _meta = new(new ExchangeSource());
    private readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        TypeInfoResolver = FundingJsonContext.Default,
        Converters = { new TrimmedDecimalConverter() },
    };

    private MarketInputs _inputs = null!;
    private ScreenerTable _table = null!;

    [GlobalSetup]
    public void Setup()
    {
        var random = new Random(Seed);
        string[] symbols = [.. Enumerable.Range(0, Contracts).Select(i => $"C{i}USD{(i % 20 == 0 ? 'C' : 'T')}")];
        _inputs = new MarketInputs(
            new SymbolList(symbols.Select(symbol => new FuturesSymbol
            {
                Symbol = symbol, Pair = symbol, ContractType = "PERPETUAL", Status = "TRADING", BaseAsset = symbol[..^4], QuoteAsset = symbol[^4..],
            })),
            Read(symbols, symbol => new PremiumIndex
            {
                Symbol = symbol,
                MarkPrice = Price(random),
                IndexPrice = Price(random),
                LastFundingRate = Math.Round(((decimal)random.NextDouble() - 0.5m) / 100, 8),
                NextFundingTime = Now.ToUnixTimeMilliseconds() + (random.Next(1, 9) * 3_600_000L),
                Time = Now.ToUnixTimeMilliseconds(),
            }),
            Read(symbols, symbol => new Ticker24h
            {
                Symbol = symbol, LastPrice = Price(random), PriceChangePercent = random.Next(-9_999, 9_999) / 1000m, QuoteVolume = random.Next() * 1.01m,
            }),
            Read(symbols, symbol => new FundingInfo
            {
                Symbol = symbol, AdjustedFundingRateCap = 0.02m, AdjustedFundingRateFloor = -0.02m, FundingIntervalHours = random.Next(2) == 0 ? 4 : 8,
            }),
            new(new Dictionary<string, decimal> { ["USDT"] = 1, ["USDC"] = 0.9998m }, Now));
        _table = new ScreenerTable(_inputs);
    }

    /// <summary>The table of new inputs.</summary>
    [Benchmark]
    public object Build() => new ScreenerTable(_inputs);

    /// <summary>An answer from the table that is kept.</summary>
    [Benchmark]
    public byte[] Json() => Serialise(_table);

    /// <summary>The same as CSV.</summary>
    [Benchmark]
    public byte[] Csv() => ScreenerCsv.Write(Report(_table).Rows, _table.AsOf, "binance");

    /// <summary>What the first caller after new inputs waits for.</summary>
    [Benchmark]
    public byte[] BuildAndJson() => Serialise(new ScreenerTable(_inputs));

    private byte[] Serialise(ScreenerTable table) => JsonSerializer.SerializeToUtf8Bytes(new AnalysisResponse<ScreenerReport>(true, Report(table)), _json);

    private ScreenerReport Report(ScreenerTable table) => ScreenerReport.Of(_query, _inputs, table, Now, _meta, Language.English);

    private static Reading<IReadOnlyDictionary<string, T>> Read<T>(string[] symbols, Func<string, T> of) => new(symbols.ToDictionary(symbol => symbol, of), Now);

    private static decimal Price(Random random) => Math.Round((decimal)random.NextDouble() * 100, 8);
}
