using OmnipotentFutures.Binance.Queries;

namespace OmnipotentFutures.Binance.Tests;

/// <summary>What goes over the wire for every method.</summary>
public sealed class RequestTests : IDisposable
{
    private const string Symbol = "BTCUSDT";

    private static readonly HistoryRange Range = new() { Limit = 7, StartTime = 1789430400000, EndTime = 1789459200000 };

    private static readonly Dictionary<string, Func<BinanceFuturesClient, Task>> FuturesCalls = new()
    {
        ["/fapi/v1/time"] = client => client.GetTimeAsync(default),
        ["/fapi/v1/exchangeInfo"] = client => client.GetExchangeInfoAsync(default),
        ["/fapi/v1/premiumIndex?symbol=BTCUSDT"] = client => client.GetPremiumIndexAsync(Symbol, default),
        ["/fapi/v1/premiumIndex"] = client => client.GetPremiumIndexesAsync(default),
        ["/fapi/v1/fundingInfo"] = client => client.GetFundingInfoAsync(default),
        ["/fapi/v1/openInterest?symbol=BTCUSDT"] = client => client.GetOpenInterestAsync(Symbol, default),
        ["/fapi/v1/ticker/24hr?symbol=BTCUSDT"] = client => client.GetTicker24hAsync(Symbol, default),
        ["/fapi/v1/ticker/24hr"] = client => client.GetTickers24hAsync(default),
        ["/fapi/v1/ticker/bookTicker?symbol=BTCUSDT"] = client => client.GetBookTickerAsync(Symbol, default),
        ["/fapi/v1/ticker/bookTicker"] = client => client.GetBookTickersAsync(default),
    };

    private static readonly Dictionary<string, Func<BinanceSpotClient, Task>> SpotCalls = new()
    {
        ["/api/v3/exchangeInfo"] = client => client.GetExchangeInfoAsync(default),
        ["/api/v3/ticker/price?symbol=BTCUSDT"] = client => client.GetPriceAsync(Symbol, default),
        ["/api/v3/ticker/price"] = client => client.GetPricesAsync(default),
        ["/api/v3/ticker/bookTicker?symbol=BTCUSDT"] = client => client.GetBookTickerAsync(Symbol, default),
        ["/api/v3/ticker/bookTicker"] = client => client.GetBookTickersAsync(default),
    };

    /// <summary>Histories: the address without a range, the highest limit, and the call.</summary>
    private static readonly Dictionary<string, (int Max, Func<BinanceFuturesClient, HistoryRange, Task> Call)> Histories = new()
    {
        ["/fapi/v1/fundingRate?symbol=BTCUSDT"] = (1000, (client, range) => client.GetFundingRatesAsync(Symbol, range, default)),
        ["/futures/data/openInterestHist?symbol=BTCUSDT&period=5m"] = (500, (client, range) => client.GetOpenInterestHistoryAsync(Symbol, StatisticsPeriod.FiveMinutes, range, default)),
        ["/futures/data/globalLongShortAccountRatio?symbol=BTCUSDT&period=15m"] = (500, (client, range) => client.GetGlobalLongShortAccountRatioAsync(Symbol, StatisticsPeriod.FifteenMinutes, range, default)),
        ["/futures/data/topLongShortPositionRatio?symbol=BTCUSDT&period=1h"] = (500, (client, range) => client.GetTopLongShortPositionRatioAsync(Symbol, StatisticsPeriod.OneHour, range, default)),
        ["/futures/data/topLongShortAccountRatio?symbol=BTCUSDT&period=4h"] = (500, (client, range) => client.GetTopLongShortAccountRatioAsync(Symbol, StatisticsPeriod.FourHours, range, default)),
        ["/futures/data/takerlongshortRatio?symbol=BTCUSDT&period=1d"] = (500, (client, range) => client.GetTakerVolumesAsync(Symbol, StatisticsPeriod.OneDay, range, default)),
        ["/futures/data/basis?pair=BTCUSDT&contractType=CURRENT_QUARTER&period=5m"] = (500, (client, range) => client.GetBasisAsync(Symbol, "CURRENT_QUARTER", StatisticsPeriod.FiveMinutes, range, default)),
        ["/fapi/v1/klines?symbol=BTCUSDT&interval=1m"] = (1500, (client, range) => client.GetKlinesAsync(Symbol, KlineInterval.OneMinute, range, default)),
        ["/fapi/v1/markPriceKlines?symbol=BTCUSDT&interval=1d"] = (1500, (client, range) => client.GetMarkPriceKlinesAsync(Symbol, KlineInterval.OneDay, range, default)),
        ["/fapi/v1/indexPriceKlines?pair=BTCUSDT&interval=8h"] = (1500, (client, range) => client.GetIndexPriceKlinesAsync(Symbol, KlineInterval.EightHours, range, default)),
        ["/fapi/v1/premiumIndexKlines?symbol=BTCUSDT&interval=8h"] = (1500, (client, range) => client.GetPremiumIndexKlinesAsync(Symbol, KlineInterval.EightHours, range, default)),
    };

    private readonly BinanceUnderTest _binance = new();

    public static TheoryData<string> FuturesAddresses => [.. FuturesCalls.Keys];

    public static TheoryData<string> SpotAddresses => [.. SpotCalls.Keys];

    public static TheoryData<string> HistoryAddresses => [.. Histories.Keys];

    public void Dispose() => _binance.Dispose();

    [Theory]
    [MemberData(nameof(FuturesAddresses))]
    public async Task Futures_call_asks_its_host_for_exactly_this(string url)
    {
        _binance.Exchange.On(url, Reply.Json(SampleBody(url)));

        await FuturesCalls[url](_binance.Futures);

        _binance.Exchange.Requests.ShouldHaveSingleItem().AbsoluteUri.ShouldBe("https://fapi.binance.com" + url);
    }

    [Theory]
    [MemberData(nameof(SpotAddresses))]
    public async Task Spot_call_asks_its_host_for_exactly_this(string url)
    {
        _binance.Exchange.On(url, Reply.Json(SampleBody(url)));

        await SpotCalls[url](_binance.Spot);

        _binance.Exchange.Requests.ShouldHaveSingleItem().AbsoluteUri.ShouldBe("https://api.binance.com" + url);
    }

    [Theory]
    [MemberData(nameof(HistoryAddresses))]
    public async Task History_without_a_range_leaves_it_to_the_exchange(string url)
    {
        _binance.Exchange.On(url, Reply.Json("[]"));

        await Histories[url].Call(_binance.Futures, default);

        _binance.Exchange.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(HistoryAddresses))]
    public async Task History_with_a_range_sends_all_of_it(string url)
    {
        _binance.Exchange.On(url + "&limit=7&startTime=1789430400000&endTime=1789459200000", Reply.Json("[]"));

        await Histories[url].Call(_binance.Futures, Range);

        _binance.Exchange.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(HistoryAddresses))]
    public async Task History_takes_limits_up_to_its_page_and_refuses_others_unsent(string url)
    {
        var (max, call) = Histories[url];
        _binance.Exchange.On($"{url}&limit=1", Reply.Json("[]"));
        _binance.Exchange.On($"{url}&limit={max}", Reply.Json("[]"));

        await call(_binance.Futures, HistoryRange.Latest(1));
        await call(_binance.Futures, HistoryRange.Latest(max));
        foreach (var limit in new[] { int.MinValue, -1, 0, max + 1, int.MaxValue })
        {
            var failure = await Should.ThrowAsync<ArgumentOutOfRangeException>(() => call(_binance.Futures, HistoryRange.Latest(limit)));
            failure.Message.ShouldContain($"takes a limit of 1 to {max}");
        }

        _binance.Exchange.Requests.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("币安人生USDT", "%E5%B8%81%E5%AE%89%E4%BA%BA%E7%94%9FUSDT")]
    [InlineData("BTCUSDT_261225", "BTCUSDT_261225")]
    [InlineData("A&limit=9 #%/+", "A%26limit%3D9%20%23%25%2F%2B")]
    public async Task Symbol_is_percent_encoded_UTF8(string symbol, string encoded)
    {
        _binance.Exchange.On($"/fapi/v1/ticker/24hr?symbol={encoded}", Reply.Json("""{"symbol":"X"}"""));

        await _binance.Futures.GetTicker24hAsync(symbol, default);

        _binance.Exchange.Requests.ShouldHaveSingleItem().AbsoluteUri.ShouldBe($"https://fapi.binance.com/fapi/v1/ticker/24hr?symbol={encoded}");
    }

    [Fact]
    public async Task Configured_hosts_are_asked()
    {
        using var elsewhere = new BinanceUnderTest(("FuturesUrl", "http://127.0.0.1:5010"), ("SpotUrl", "http://127.0.0.1:5011/"));
        elsewhere.Exchange.On("/fapi/v1/time", Reply.Json(BinanceUnderTest.TimeBody));
        elsewhere.Exchange.On("/api/v3/ticker/price", Reply.Json("[]"));

        await elsewhere.Futures.GetTimeAsync(default);
        await elsewhere.Spot.GetPricesAsync(default);

        elsewhere.Exchange.Requests.Select(url => url.AbsoluteUri).ShouldBe(["http://127.0.0.1:5010/fapi/v1/time", "http://127.0.0.1:5011/api/v3/ticker/price"]);
    }

    private static string SampleBody(string url) => url switch
    {
        _ when url.Contains("symbol=", StringComparison.Ordinal) => """{"symbol":"BTCUSDT","time":1}""",
        _ when url.EndsWith("/time", StringComparison.Ordinal) => BinanceUnderTest.TimeBody,
        _ when url.EndsWith("/exchangeInfo", StringComparison.Ordinal) => """{"symbols":[]}""",
        _ => "[]",
    };
}
