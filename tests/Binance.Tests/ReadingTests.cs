using OmnipotentFutures.Binance.Errors;
using OmnipotentFutures.Binance.Models;
using OmnipotentFutures.Binance.Queries;

namespace OmnipotentFutures.Binance.Tests;

/// <summary>What the clients make of bodies as Binance sends them.</summary>
public sealed class ReadingTests : IDisposable
{
    private const string Bar9 = """[1,"10","12","9","11","5",59999,"55",7]""";
    private const string Bar11 = """[1,"10","12","9","11","5",59999,"55",7,"2","22"]""";
    private const string Bar12 = """[1,"10","12","9","11","5",59999,"55",7,"2","22","0"]""";

    private readonly BinanceUnderTest _binance = new();

    public void Dispose() => _binance.Dispose();

    [Fact]
    public async Task PremiumIndex_of_a_delivery_contract_has_no_funding_rate()
    {
        var reading = await Read(
            "/fapi/v1/premiumIndex?symbol=BTCUSDT_261225",
            """{"symbol":"BTCUSDT_261225","markPrice":"77000.10","indexPrice":"76959.6","estimatedSettlePrice":"76959.6","lastFundingRate":"","interestRate":"","nextFundingTime":0,"time":1789478303000}""",
            () => _binance.Futures.GetPremiumIndexAsync("BTCUSDT_261225", default));

        reading.ShouldBe(new PremiumIndex
        {
            Symbol = "BTCUSDT_261225",
            MarkPrice = 77000.10m,
            IndexPrice = 76959.6m,
            EstimatedSettlePrice = 76959.6m,
            LastFundingRate = null,
            InterestRate = null,
            NextFundingTime = 0,
            Time = 1789478303000,
        });
    }

    [Fact]
    public async Task Numbers_may_come_as_strings_and_strings_as_numbers()
    {
        var point = (await Read(
            "/futures/data/openInterestHist?symbol=BTCUSDT&period=5m",
            """[{"symbol":"BTCUSDT","sumOpenInterest":94731.046,"sumOpenInterestValue":"8157280897.9","timestamp":"1791284400000"}]""",
            () => _binance.Futures.GetOpenInterestHistoryAsync("BTCUSDT", StatisticsPeriod.FiveMinutes, default, default))).ShouldHaveSingleItem();

        point.ShouldBe(new OpenInterestPoint { Symbol = "BTCUSDT", Contracts = 94731.046m, Value = 8157280897.9m, CirculatingSupply = null, Timestamp = 1791284400000 });
    }

    [Theory]
    [InlineData("""{"symbol":"BTCUSDT","time":"1789478303376","lastUpdateId":"","bidPrice":""}""", 1789478303376L)]
    [InlineData("""{"symbol":"BTCUSDT","time":1789478303376,"lastUpdateId":null,"bidPrice":null}""", 1789478303376L)]
    [InlineData("""{"symbol":"BTCUSDT"}""", null)]
    public async Task Empty_null_and_absent_all_mean_not_known(string body, long? time)
    {
        var reading = await Read("/fapi/v1/ticker/bookTicker?symbol=BTCUSDT", body, () => _binance.Futures.GetBookTickerAsync("BTCUSDT", default));

        reading.ShouldBe(new BookTicker { Symbol = "BTCUSDT", Time = time });
        reading.MidPrice.ShouldBeNull();
    }

    [Fact]
    public async Task BookTicker_with_an_empty_side_has_no_middle()
    {
        const string url = "/fapi/v1/ticker/bookTicker?symbol=BTCUSDT";
        var oneSided = await Read(url, """{"symbol":"BTCUSDT","bidPrice":"0.0","askPrice":"11"}""", () => _binance.Futures.GetBookTickerAsync("BTCUSDT", default));
        var twoSided = await Read(url, """{"symbol":"BTCUSDT","bidPrice":"10","askPrice":"11"}""", () => _binance.Futures.GetBookTickerAsync("BTCUSDT", default));

        oneSided.MidPrice.ShouldBeNull();
        twoSided.MidPrice.ShouldBe(10.5m);
    }

    [Fact]
    public async Task FundingInfo_with_a_disclaimer_has_no_update_time()
    {
        var rules = await Read(
            "/fapi/v1/fundingInfo",
            """[{"symbol":"BTCUSDT","adjustedFundingRateCap":"0.00300","adjustedFundingRateFloor":"-0.00300","fundingIntervalHours":8,"disclaimer":true,"updateTime":null}]""",
            () => _binance.Futures.GetFundingInfoAsync(default));

        rules.ShouldHaveSingleItem().ShouldBe(new FundingInfo
        {
            Symbol = "BTCUSDT",
            AdjustedFundingRateCap = 0.003m,
            AdjustedFundingRateFloor = -0.003m,
            FundingIntervalHours = 8,
            Disclaimer = true,
            UpdateTime = null,
        });
    }

    [Theory]
    [InlineData("\"1e30\"")]
    [InlineData("\"-79228162514264337593543950336\"")]
    [InlineData("\"1e400\"")]
    [InlineData("1e30")]
    [InlineData("1e400")]
    [InlineData("-1e999999999999")]
    public async Task Number_that_a_decimal_cannot_hold_is_not_known_and_leaves_the_rest(string number)
    {
        var rates = await Read(
            "/fapi/v1/fundingRate?symbol=BTCUSDT",
            $$"""[{"symbol":"BTCUSDT","fundingTime":1,"fundingRate":{{number}},"markPrice":"7"},{"symbol":"BTCUSDT","fundingTime":2,"fundingRate":"0.0001"}]""",
            () => _binance.Futures.GetFundingRatesAsync("BTCUSDT", default, default));

        rates.Select(rate => (rate.Rate, rate.MarkPrice)).ShouldBe([(null, 7m), (0.0001m, null)]);
    }

    [Theory]
    [InlineData("8", 8)]
    [InlineData("\"8\"", 8)]
    [InlineData("8.0", 8)]
    [InlineData("2147483647", int.MaxValue)]
    [InlineData("-2147483648", int.MinValue)]
    [InlineData("2147483648", null)]
    [InlineData("\"-2147483649\"", null)]
    [InlineData("1e30", null)]
    [InlineData("\"1e400\"", null)]
    [InlineData("\"\"", null)]
    [InlineData("null", null)]
    public async Task Integer_that_is_empty_or_too_large_is_not_known_and_leaves_the_rest(string number, int? hours)
    {
        var rules = await ReadRules($$"""[{"symbol":"A","fundingIntervalHours":{{number}}},{"symbol":"B","fundingIntervalHours":4}]""");

        rules.Select(rule => rule.FundingIntervalHours).ShouldBe([hours, 4]);
    }

    [Theory]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("\"-9223372036854775808\"", long.MinValue)]
    [InlineData("9223372036854775808", null)]
    [InlineData("\"1e30\"", null)]
    [InlineData("\"\"", null)]
    public async Task Time_that_is_empty_or_too_large_is_not_known(string number, long? time) =>
        (await ReadRules($$"""[{"symbol":"A","updateTime":{{number}}}]""")).ShouldHaveSingleItem().UpdateTime.ShouldBe(time);

    [Theory]
    [InlineData("\"eight\"")]
    [InlineData("\" \"")]
    [InlineData("\"NaN\"")]
    [InlineData("\"Infinity\"")]
    [InlineData("\"0x8\"")]
    [InlineData("true")]
    [InlineData("[8]")]
    public async Task What_is_no_number_is_malformed(string value)
    {
        var asInteger = await _binance.FailureOf(() => ReadRules($$"""[{"symbol":"A","fundingIntervalHours":{{value}}}]"""));
        var asDecimal = await _binance.FailureOf(() => ReadRules($$"""[{"symbol":"A","adjustedFundingRateCap":{{value}}}]"""));

        (asInteger.Kind, asDecimal.Kind).ShouldBe((BinanceErrorKind.MalformedResponse, BinanceErrorKind.MalformedResponse));
    }

    [Theory]
    [InlineData("1.5")]
    [InlineData("\"1.5\"")]
    public async Task Fraction_for_an_integer_is_malformed(string value) =>
        (await _binance.FailureOf(() => ReadRules($$"""[{"symbol":"A","fundingIntervalHours":{{value}}}]"""))).Kind.ShouldBe(BinanceErrorKind.MalformedResponse);

    [Fact]
    public async Task FundingRate_of_an_old_row_has_no_mark_price()
    {
        var rates = await Read(
            "/fapi/v1/fundingRate?symbol=BTCUSDT",
            """[{"symbol":"BTCUSDT","fundingTime":1678000000000,"fundingRate":"0.0001","markPrice":""}]""",
            () => _binance.Futures.GetFundingRatesAsync("BTCUSDT", default, default));

        rates.ShouldHaveSingleItem().ShouldBe(new FundingRate { Symbol = "BTCUSDT", FundingTime = 1678000000000, Rate = 0.0001m, MarkPrice = null, RateType = null });
    }

    [Fact]
    public async Task Basis_of_a_perpetual_has_no_annual_rate()
    {
        var points = await Read(
            "/futures/data/basis?pair=BTCUSDT&contractType=PERPETUAL&period=5m",
            """[{"basisRate":"-0.0006","annualizedBasisRate":"","basis":"-52.89","pair":"BTCUSDT","timestamp":1791283500000}]""",
            () => _binance.Futures.GetBasisAsync("BTCUSDT", "PERPETUAL", StatisticsPeriod.FiveMinutes, default, default));

        points.ShouldHaveSingleItem().ShouldBe(new BasisPoint { Pair = "BTCUSDT", BasisRate = -0.0006m, AnnualizedBasisRate = null, Basis = -52.89m, Timestamp = 1791283500000 });
    }

    [Fact]
    public async Task ExchangeInfo_takes_types_filters_and_fields_it_has_never_seen()
    {
        var info = await Read(
            "/fapi/v1/exchangeInfo",
            """
            {"surprise":{"deep":[1,{"er":2}]},"symbols":[
              {"symbol":"币安人生USDT","contractType":"TRADIFI_PERPETUAL","status":"TRADING","underlyingType":"CN_EQUITY","filters":[{"minPrice":"1","filterType":"NEW_FILTER"},{"tickSize":"0.10","filterType":"PRICE_FILTER"}]},
              {"symbol":"X","contractType":"CURRENT_QUARTER DELIVERING","status":"SETTLING","filters":[]},
              {"symbol":"Y","contractType":"","status":"NEVER_SEEN","pair":null,"filters":null}]}
            """,
            () => _binance.Futures.GetExchangeInfoAsync(default));

        var (chinese, delivering, bare) = (info.Symbols[0], info.Symbols[1], info.Symbols[2]);
        info.Symbols.Count.ShouldBe(3);
        (chinese.Symbol, chinese.UnderlyingType, chinese.IsTrading, chinese.IsPerpetual, chinese.TickSize).ShouldBe(("币安人生USDT", "CN_EQUITY", true, true, 0.10m));
        (delivering.ContractType, delivering.IsTrading, delivering.IsPerpetual, delivering.TickSize).ShouldBe(("CURRENT_QUARTER DELIVERING", false, false, null));
        (bare.ContractType, bare.Status, bare.Pair, bare.BaseAsset, bare.TickSize).ShouldBe(("", "NEVER_SEEN", "", "", null));
        bare.Filters.ShouldBeEmpty();
        bare.UnderlyingSubType.ShouldBeEmpty();
    }

    [Fact]
    public async Task ExchangeInfo_without_its_lesser_lists_has_empty_ones()
    {
        var info = await Read("/fapi/v1/exchangeInfo", """{"symbols":[],"assets":null}""", () => _binance.Futures.GetExchangeInfoAsync(default));

        info.Symbols.ShouldBeEmpty();
        info.Assets.ShouldBeEmpty();
        info.RateLimits.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"symbols":null}""")]
    public async Task ExchangeInfo_without_symbols_is_malformed(string body)
    {
        var futures = await _binance.FailureOf(() => Read("/fapi/v1/exchangeInfo", body, () => _binance.Futures.GetExchangeInfoAsync(default)));
        var spot = await _binance.FailureOf(() => Read("/api/v3/exchangeInfo", body, () => _binance.Spot.GetExchangeInfoAsync(default)));

        (futures.Kind, spot.Kind).ShouldBe((BinanceErrorKind.MalformedResponse, BinanceErrorKind.MalformedResponse));
    }

    [Theory]
    [InlineData(Bar9, 0, 0)]
    [InlineData(Bar11, 2, 22)]
    [InlineData(Bar12, 2, 22)]
    [InlineData("""["1",10,12.0,9,11,5,"59999",55,"7",2,"22",{"a":[1]},[2]]""", 2, 22)]
    public async Task Kline_is_read_by_position_whatever_its_length(string bar, int takerBuyVolume, int takerBuyQuoteVolume)
    {
        var bars = await ReadKlines($"[{bar}]");

        bars.ShouldHaveSingleItem().ShouldBe(new Kline(1, 10, 12, 9, 11, 5, 59999, 55, 7, takerBuyVolume, takerBuyQuoteVolume));
    }

    [Fact]
    public async Task Kline_with_empty_volumes_counts_them_as_none() =>
        (await ReadKlines("""[[1,"10","12","9","11","",59999,null,"","",""]]""")).ShouldHaveSingleItem().ShouldBe(new Kline(1, 10, 12, 9, 11, 0, 59999, 0, 0, 0, 0));

    [Theory]
    [InlineData("""[1,"","12","9","11","5",59999,"55",7]""")]
    [InlineData("""[1,"10",null,"9","11","5",59999,"55",7]""")]
    [InlineData("""[1,"10","12","1e30","11","5",59999,"55",7]""")]
    [InlineData("""[1,"10","12","9",1e400,"5",59999,"55",7]""")]
    public async Task Kline_without_a_price_that_can_be_held_leaves_the_others(string bar)
    {
        var bars = await ReadKlines($"[{bar},{Bar9},{bar},{Bar12}]");

        bars.Select(each => each.TakerBuyVolume).ShouldBe([0, 2], ignoreOrder: true);
        (await ReadKlines($"[{bar}]")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("[[1499040000000]]")]
    [InlineData("""[[1,"10","12","9","11","5",59999,"55"]]""")]
    [InlineData("""[["","10","12","9","11","5",59999,"55",7]]""")]
    [InlineData("""[[1,"10","12","9",true,"5",59999,"55",7]]""")]
    [InlineData("""[[1,"10","12","9","11",true,59999,"55",7]]""")]
    [InlineData("""[[1,"10","12","9","11",["5"],59999,"55",7]]""")]
    [InlineData("""[[1,"10","12","9","11",{"v":5},59999,"55",7]]""")]
    [InlineData("""[[1,"ten","12","9","11","5",59999,"55",7]]""")]
    [InlineData("""[["79228162514264337593543950335","10","12","9","11","5",59999,"55",7]]""")]
    [InlineData("""[[1e400,"10","12","9","11","5",59999,"55",7]]""")]
    [InlineData("""[[1,"10","12","9","11","5","1e400","55",7]]""")]
    [InlineData("""[[1,"10","12","9","11","5",59999,"55",9223372036854775808]]""")]
    [InlineData("""[{"open":"10"}]""")]
    [InlineData("[1]")]
    [InlineData("[null]")]
    [InlineData("{}")]
    public async Task Kline_of_another_shape_is_malformed(string body)
    {
        var failure = await _binance.FailureOf(() => ReadKlines(body));

        (failure.Kind, failure.Path, failure.Status).ShouldBe((BinanceErrorKind.MalformedResponse, "/fapi/v1/klines", null));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("1")]
    [InlineData("""{"symbol":null,"openInterest":"1","time":1}""")]
    [InlineData("""{"openInterest":"1","time":1}""")]
    [InlineData("""{"symbol":"BTCUSDT","openInterest":"1"}""")]
    [InlineData("""{"symbol":"BTCUSDT","openInterest":"1","time":null}""")]
    [InlineData("""{"symbol":"BTCUSDT","openInterest":"1","time":""}""")]
    [InlineData("""{"symbol":"BTCUSDT","openInterest":"much","time":1}""")]
    [InlineData("""{"symbol":"BTCUSDT","openInterest":true,"time":1}""")]
    [InlineData("""{"symbol":"BTCUSDT","openInterest":[1],"time":1}""")]
    [InlineData("""{"symbol":7,"openInterest":"1","time":1}""")]
    [InlineData("""{"code":-1121,"msg":"Invalid symbol."}""")]
    [InlineData("""{"symbol":"BTCUSDT","openInterest":"1","ti""")]
    public async Task Answer_without_what_identifies_it_is_malformed(string body)
    {
        var failure = await _binance.FailureOf(() => Read("/fapi/v1/openInterest?symbol=BTCUSDT", body, () => _binance.Futures.GetOpenInterestAsync("BTCUSDT", default)));

        (failure.Kind, failure.CanRetry).ShouldBe((BinanceErrorKind.MalformedResponse, true));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"serverTime":null}""")]
    public async Task ServerTime_without_a_time_is_malformed(string body) =>
        (await _binance.FailureOf(() => Read("/fapi/v1/time", body, () => _binance.Futures.GetTimeAsync(default)))).Kind.ShouldBe(BinanceErrorKind.MalformedResponse);

    [Theory]
    [InlineData("[null]")]
    [InlineData("""[{"price":"1"}]""")]
    [InlineData("""[{"symbol":null,"price":"1"}]""")]
    public async Task SpotPrice_without_a_symbol_is_malformed(string body) =>
        (await _binance.FailureOf(() => Read("/api/v3/ticker/price", body, () => _binance.Spot.GetPricesAsync(default)))).Kind.ShouldBe(BinanceErrorKind.MalformedResponse);

    [Fact]
    public async Task SpotSymbol_needs_no_more_than_its_symbol()
    {
        var info = await Read("/api/v3/exchangeInfo", """{"symbols":[{"symbol":"BTCUSDT"}]}""", () => _binance.Spot.GetExchangeInfoAsync(default));

        info.Symbols.ShouldHaveSingleItem().ShouldBe(new SpotSymbol("BTCUSDT", null, null, null));
    }

    [Fact]
    public async Task Row_that_is_null_is_malformed() =>
        (await _binance.FailureOf(() => Read(
            "/futures/data/takerlongshortRatio?symbol=BTCUSDT&period=5m",
            """[{"timestamp":1},null]""",
            () => _binance.Futures.GetTakerVolumesAsync("BTCUSDT", StatisticsPeriod.FiveMinutes, default, default)))).Kind.ShouldBe(BinanceErrorKind.MalformedResponse);

    [Fact]
    public async Task Histories_that_come_newest_first_are_turned()
    {
        const string rows = """[{"timestamp":3,"symbol":"BTCUSDT","fundingTime":3},{"timestamp":1,"symbol":"BTCUSDT","fundingTime":1},{"timestamp":"2","symbol":"BTCUSDT","fundingTime":"2"}]""";
        var (period, futures) = (StatisticsPeriod.OneHour, _binance.Futures);

        (await Read(Statistics("openInterestHist"), rows, () => futures.GetOpenInterestHistoryAsync("BTCUSDT", period, default, default))).Select(row => row.Timestamp).ShouldBe([1, 2, 3]);
        (await Read(Statistics("globalLongShortAccountRatio"), rows, () => futures.GetGlobalLongShortAccountRatioAsync("BTCUSDT", period, default, default))).Select(row => row.Timestamp).ShouldBe([1, 2, 3]);
        (await Read(Statistics("topLongShortPositionRatio"), rows, () => futures.GetTopLongShortPositionRatioAsync("BTCUSDT", period, default, default))).Select(row => row.Timestamp).ShouldBe([1, 2, 3]);
        (await Read(Statistics("topLongShortAccountRatio"), rows, () => futures.GetTopLongShortAccountRatioAsync("BTCUSDT", period, default, default))).Select(row => row.Timestamp).ShouldBe([1, 2, 3]);
        (await Read(Statistics("takerlongshortRatio"), rows, () => futures.GetTakerVolumesAsync("BTCUSDT", period, default, default))).Select(row => row.Timestamp).ShouldBe([1, 2, 3]);
        (await Read("/futures/data/basis?pair=BTCUSDT&contractType=PERPETUAL&period=1h", rows, () => futures.GetBasisAsync("BTCUSDT", "PERPETUAL", period, default, default))).Select(row => row.Timestamp).ShouldBe([1, 2, 3]);
        (await Read("/fapi/v1/fundingRate?symbol=BTCUSDT", rows, () => futures.GetFundingRatesAsync("BTCUSDT", default, default))).Select(row => row.FundingTime).ShouldBe([1, 2, 3]);
        (await ReadKlines("""[[2,"1","1","1","1","1",3,"1",1],[0,"1","1","1","1","1",1,"1",1]]""")).Select(bar => bar.OpenTime).ShouldBe([0, 2]);

        static string Statistics(string name) => $"/futures/data/{name}?symbol=BTCUSDT&period=1h";
    }

    [Fact]
    public async Task Symbol_without_data_has_an_empty_history() =>
        (await Read(
            "/futures/data/topLongShortAccountRatio?symbol=NEWUSDT&period=5m",
            "[]",
            () => _binance.Futures.GetTopLongShortAccountRatioAsync("NEWUSDT", StatisticsPeriod.FiveMinutes, default, default))).ShouldBeEmpty();

    [Fact]
    public async Task Klines_longer_than_a_read_buffer_are_read()
    {
        var bars = Enumerable.Range(0, 1500).Select(i => $"""[{i},"88008.80","88035.50","84335.40","84898.00","69075.707",{i + 1},"5928753151.44",0,"0","0","0"]""");

        (await ReadKlines($"[{string.Join(',', bars)}]")).Length.ShouldBe(1500);
    }

    private Task<FundingInfo[]> ReadRules(string body) => Read("/fapi/v1/fundingInfo", body, () => _binance.Futures.GetFundingInfoAsync(default));

    private Task<Kline[]> ReadKlines(string body) =>
        Read("/fapi/v1/klines?symbol=BTCUSDT&interval=1m", body, () => _binance.Futures.GetKlinesAsync("BTCUSDT", KlineInterval.OneMinute, default, default));

    private Task<T> Read<T>(string url, string body, Func<Task<T>> call)
    {
        _binance.Exchange.On(url, Reply.Json(body));
        return _binance.Run(call);
    }
}
