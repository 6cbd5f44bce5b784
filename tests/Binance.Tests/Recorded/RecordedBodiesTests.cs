using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using OmnipotentFutures.Binance.Endpoints;
using OmnipotentFutures.Binance.Json;
using OmnipotentFutures.Tests;

namespace OmnipotentFutures.Binance.Tests.Recorded;

/// <summary>Bodies that were recorded from Binance or stand in its documents: every member is read, or left out on purpose.</summary>
public sealed class RecordedBodiesTests
{
    private const string Folder = "binance";

    private const string NotCalled = "No analysis needs it.";
    private const string StreamsLater = "The clients speak REST; nothing reads the streams yet.";
    private const string Placeholder = "The document shows one element where the exchange sends twelve.";
    private const string OrderRule = "A rule for placing orders, and no order is placed here.";

    private static readonly BinanceJsonContext Json = BinanceJsonContext.Default;

    /// <summary>Members that no model reads, and why.</summary>
    private static readonly Dictionary<string, string> OmittedMembers = new()
    {
        ["ExchangeInfo.exchangeFilters"] = "Always empty.",
        ["FuturesSymbol.baseAssetPrecision"] = "Accounting precision, unlike the precisions of price and quantity.",
        ["FuturesSymbol.quotePrecision"] = "Accounting precision, unlike the precisions of price and quantity.",
        ["FuturesSymbol.settlePlan"] = "Documented, yet absent from what the exchange sends.",
        ["FuturesSymbol.triggerProtect"] = OrderRule,
        ["FuturesSymbol.marketTakeBound"] = OrderRule,
        ["FuturesSymbol.maxMoveOrderLimit"] = OrderRule,
        ["FuturesSymbol.orderTypes"] = OrderRule,
        ["FuturesSymbol.timeInForce"] = OrderRule,
        ["FuturesSymbol.permissionSets"] = OrderRule,
        ["SymbolFilter.minPrice"] = OrderRule,
        ["SymbolFilter.maxPrice"] = OrderRule,
        ["SymbolFilter.minQty"] = OrderRule,
        ["SymbolFilter.maxQty"] = OrderRule,
        ["SymbolFilter.limit"] = OrderRule,
        ["SymbolFilter.notional"] = OrderRule,
        ["SymbolFilter.multiplierUp"] = OrderRule,
        ["SymbolFilter.multiplierDown"] = OrderRule,
        ["SymbolFilter.multiplierDecimal"] = OrderRule,
        ["SymbolFilter.positionControlSide"] = OrderRule,
    };

    private static readonly Dictionary<string, JsonTypeInfo> LiveModels = new()
    {
        ["error_400_invalid_interval.json"] = Json.BinanceError,
        ["error_400_invalid_limit.json"] = Json.BinanceError,
        ["error_400_invalid_symbol.json"] = Json.BinanceError,
        ["fapi_v1_exchangeInfo_BTCUSDT_entry.json"] = Json.FuturesSymbol,
        ["fapi_v1_fundingInfo_first2_plus_disclaimer_row.json"] = Json.FundingInfoArray,
        ["fapi_v1_fundingRate_BTCUSDT_limit2.json"] = Json.FundingRateArray,
        // Not called, but of the same shape as the bars that are.
        ["fapi_v1_indexPriceKlines_BTCUSDT_1m.json"] = Json.KlineArray,
        ["fapi_v1_klines_BTCUSDT_1m_limit3.json"] = Json.KlineArray,
        ["fapi_v1_openInterest_BTCUSDT.json"] = Json.OpenInterest,
        ["fapi_v1_premiumIndex_BTCUSDT.json"] = Json.PremiumIndex,
        ["fapi_v1_ticker_24hr_BTCUSDT.json"] = Json.Ticker24h,
        ["fapi_v1_ticker_bookTicker_BTCUSDT.json"] = Json.BookTicker,
        ["fapi_v1_time.json"] = Json.ServerTime,
        ["futures_data_basis_BTCUSDT_5m.json"] = Json.BasisPointArray,
        ["futures_data_openInterestHist_BTCUSDT_5m.json"] = Json.OpenInterestPointArray,
        ["futures_data_takerlongshortRatio_BTCUSDT_5m.json"] = Json.TakerVolumeArray,
        ["futures_data_topLongShortPositionRatio_BTCUSDT_1h.json"] = Json.LongShortRatioArray,
    };

    private static readonly Dictionary<string, string> LiveNotRead = new()
    {
        ["fapi_v1_aggTrades_BTCUSDT_limit2.json"] = NotCalled,
        ["fapi_v1_depth_BTCUSDT_limit5.json"] = NotCalled,
        ["fapi_v1_ticker_price_BTCUSDT.json"] = NotCalled,
        ["ws_bookTicker_BTCUSDT.json"] = StreamsLater,
        ["ws_forceOrder_arr_BTCUSDT.json"] = StreamsLater,
        ["ws_forceOrder_combined_XRPUSDT.json"] = StreamsLater,
        ["ws_forceOrder_raw_MANTAUSDT.json"] = StreamsLater,
    };

    private static readonly Dictionary<string, JsonTypeInfo> DocumentedModels = new()
    {
        ["/fapi/v1/exchangeInfo"] = Json.ExchangeInfo,
        ["/fapi/v1/fundingInfo"] = Json.FundingInfoArray,
        ["/fapi/v1/fundingRate"] = Json.FundingRateArray,
        ["/fapi/v1/openInterest"] = Json.OpenInterest,
        ["/fapi/v1/premiumIndex"] = Json.PremiumIndex,
        ["/fapi/v1/ticker/24hr"] = Json.Ticker24h,
        ["/fapi/v1/ticker/bookTicker"] = Json.BookTicker,
        ["/fapi/v1/time"] = Json.ServerTime,
        ["/futures/data/basis"] = Json.BasisPointArray,
        ["/futures/data/globalLongShortAccountRatio"] = Json.LongShortRatioArray,
        ["/futures/data/openInterestHist"] = Json.OpenInterestPointArray,
        ["/futures/data/takerlongshortRatio"] = Json.TakerVolumeArray,
        ["/futures/data/topLongShortAccountRatio"] = Json.LongShortRatioArray,
        ["/futures/data/topLongShortPositionRatio"] = Json.LongShortRatioArray,
    };

    private static readonly Dictionary<string, string> DocumentedNotRead = new()
    {
        ["/fapi/v1/aggTrades"] = NotCalled,
        ["/fapi/v1/assetIndex"] = NotCalled,
        ["/fapi/v1/constituents"] = NotCalled,
        ["/fapi/v1/continuousKlines"] = Placeholder,
        ["/fapi/v1/depth"] = NotCalled,
        ["/fapi/v1/historicalTrades"] = "Needs a key.",
        ["/fapi/v1/indexInfo"] = NotCalled,
        ["/fapi/v1/indexPriceKlines"] = Placeholder,
        ["/fapi/v1/insuranceBalance"] = NotCalled,
        ["/fapi/v1/klines"] = Placeholder,
        ["/fapi/v1/markPriceKlines"] = Placeholder,
        ["/fapi/v1/premiumIndexKlines"] = Placeholder,
        ["/fapi/v1/rpiDepth"] = NotCalled,
        ["/fapi/v1/symbolAdlRisk"] = NotCalled,
        ["/fapi/v1/ticker/price"] = "Deprecated, and the mark price is what counts.",
        ["/fapi/v1/trades"] = NotCalled,
        ["/fapi/v1/tradingSchedule"] = NotCalled,
        ["/fapi/v2/ticker/price"] = NotCalled,
        ["/futures/data/delivery-price"] = NotCalled,
    };

    private static readonly Dictionary<string, string> StreamsNotRead = new[]
    {
        "websocketstreams_api_market_test.go:AggregateTradeStreams",
        "websocketstreams_api_market_test.go:AllMarketLiquidationOrderStreams",
        "websocketstreams_api_market_test.go:AllMarketMiniTickersStream",
        "websocketstreams_api_market_test.go:AllMarketTickersStreams",
        "websocketstreams_api_market_test.go:AssetIndex",
        "websocketstreams_api_market_test.go:CompositeIndexSymbolInformationStreams",
        "websocketstreams_api_market_test.go:ContinuousContractKlineCandlestickStreams",
        "websocketstreams_api_market_test.go:ContractInfoStream",
        "websocketstreams_api_market_test.go:IndividualSymbolMiniTickerStream",
        "websocketstreams_api_market_test.go:IndividualSymbolTickerStreams",
        "websocketstreams_api_market_test.go:KlineCandlestickStreams",
        "websocketstreams_api_market_test.go:LiquidationOrderStreams",
        "websocketstreams_api_market_test.go:MarkPriceStream",
        "websocketstreams_api_market_test.go:MarkPriceStreamForAllMarket",
        "websocketstreams_api_market_test.go:TradingSessionStream",
        "websocketstreams_api_public_test.go:AllBookTickersStream",
        "websocketstreams_api_public_test.go:DiffBookDepthStreams",
        "websocketstreams_api_public_test.go:IndividualSymbolBookTickerStreams",
        "websocketstreams_api_public_test.go:PartialBookDepthStreams",
        "websocketstreams_api_public_test.go:RpiDiffBookDepthStreams",
    }.ToDictionary(name => name, _ => StreamsLater);

    [SharedFolderFact(Folder)]
    public void Live_bodies_are_read_in_full()
    {
        var coverage = CompareLive();

        coverage.Findings.ShouldBeEmpty();
    }

    [SharedFolderFact(Folder)]
    public void Documented_samples_are_read_in_full()
    {
        var coverage = CompareDocumented();

        coverage.Findings.ShouldBeEmpty();
    }

    [SharedFolderFact(Folder)]
    public void Every_live_body_is_either_read_or_left_out_on_purpose() =>
        Directory.GetFiles(LiveFolder).Select(Path.GetFileName).Order().ShouldBe(LiveModels.Keys.Concat(LiveNotRead.Keys).Order());

    [SharedFolderFact(Folder)]
    public void Every_documented_sample_is_either_read_or_left_out_on_purpose() =>
        Samples("rest.json").Keys.Order().ShouldBe(DocumentedModels.Keys.Concat(DocumentedNotRead.Keys).Order());

    [SharedFolderFact(Folder)]
    public void Every_documented_stream_is_left_out_on_purpose() => Samples("streams.json").Keys.Order().ShouldBe(StreamsNotRead.Keys.Order());

    [SharedFolderFact(Folder)]
    public void Every_futures_endpoint_in_use_is_documented() =>
        FuturesEndpoints.All.Select(endpoint => endpoint.Path).Except(Samples("rest.json").Keys).ShouldBeEmpty();

    [SharedFolderFact(Folder)]
    public void Every_documented_sample_that_is_read_belongs_to_an_endpoint_in_use() =>
        DocumentedModels.Keys.Except(FuturesEndpoints.All.Select(endpoint => endpoint.Path)).ShouldBeEmpty();

    [SharedFolderFact(Folder)]
    public void Every_omission_still_occurs() =>
        OmittedMembers.Keys.Except(CompareLive().OmissionsSeen).Except(CompareDocumented().OmissionsSeen).ShouldBeEmpty();

    [Fact]
    public void Member_that_no_model_reads_is_found()
    {
        var coverage = new JsonCoverage(OmittedMembers);

        coverage.Compare("body", """{"serverTime":1,"surprise":2}""", Json.ServerTime);
        coverage.Compare("symbol", """{"symbol":"X","isTrading":true,"maxMoveOrderLimit":1}""", Json.FuturesSymbol);
        coverage.Compare("broken", """{"serverTime":"noon"}""", Json.ServerTime);

        coverage.Findings.Count.ShouldBe(3);
        coverage.Findings[0].ShouldBe("body: ServerTime.surprise is neither read nor left out on purpose");
        coverage.Findings[1].ShouldBe("symbol: FuturesSymbol.isTrading is neither read nor left out on purpose");
        coverage.Findings[2].ShouldStartWith("broken: does not parse as ServerTime");
        coverage.OmissionsSeen.ShouldBe(["FuturesSymbol.maxMoveOrderLimit"]);
    }

    private static string LiveFolder => Path.Combine(SharedFolder.PathOf(Folder), "live");

    private static JsonCoverage CompareLive()
    {
        var coverage = new JsonCoverage(OmittedMembers);
        foreach (var (file, type) in LiveModels)
        {
            coverage.Compare(file, File.ReadAllText(Path.Combine(LiveFolder, file)), type);
        }

        return coverage;
    }

    private static JsonCoverage CompareDocumented()
    {
        var coverage = new JsonCoverage(OmittedMembers);
        var samples = Samples("rest.json");
        foreach (var (path, type) in DocumentedModels)
        {
            coverage.Compare(path, samples[path], type);
        }

        return coverage;
    }

    private static Dictionary<string, string> Samples(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(SharedFolder.PathOf(Folder), "docs", file)));
        return document.RootElement.EnumerateObject().ToDictionary(sample => sample.Name, sample => sample.Value.GetRawText());
    }
}
