using System.Globalization;

namespace OmnipotentFutures.FundingDerivatives.Tests.Stub;

/// <summary>Paths and bodies in Binance's form: a market of a few contracts at one moment.</summary>
internal static class BinanceSamples
{
    public const string ExchangeInfo = "/fapi/v1/exchangeInfo";
    public const string ServerTime = "/fapi/v1/time";
    public const string PremiumIndex = "/fapi/v1/premiumIndex";
    public const string FundingInfo = "/fapi/v1/fundingInfo";
    public const string FundingRate = "/fapi/v1/fundingRate";
    public const string OpenInterest = "/fapi/v1/openInterest";
    public const string LongShortRatio = "/futures/data/globalLongShortAccountRatio";
    public const string OpenInterestHistory = "/futures/data/openInterestHist";
    public const string TopAccounts = "/futures/data/topLongShortAccountRatio";
    public const string TopPositions = "/futures/data/topLongShortPositionRatio";
    public const string Taker = "/futures/data/takerlongshortRatio";
    public const string PremiumBars = "/fapi/v1/premiumIndexKlines";
    public const string IndexBars = "/fapi/v1/indexPriceKlines";
    public const string FuturesBooks = "/fapi/v1/ticker/bookTicker";
    public const string SpotBooks = "/api/v3/ticker/bookTicker";

    public const string NotTrading = """{"code":-4108,"msg":"Symbol is on delivering or delivered or settling or closed or pre-trading."}""";

    /// <summary>Time of the premium index.</summary>
    public const long Time = 1_789_478_303_000;

    /// <summary>The last five-minute, hourly, two-hourly and eight-hourly readings before that.</summary>
    public const long Last5Minutes = Time - (Time % 300_000);

    public const long LastHour = Time - (Time % Hour);

    public const long Last2Hours = Time - (Time % (2 * Hour));

    public const long Last8Hours = Time - (Time % (8 * Hour));

    public const long LastSettlement = 1_789_459_200_000;

    private const long Hour = 3_600_000;

    /// <summary>Everything that one analysis of a perpetual asks for, each once but the history of the open interest.</summary>
    public static string[] AllInputs { get; } =
    [
        PremiumIndex, FundingInfo, FundingRate, OpenInterest, OpenInterestHistory, LongShortRatio, TopAccounts, TopPositions, Taker, PremiumBars, FuturesBooks,
        SpotBooks,
    ];

    /// <summary>Sets a market in which BTCUSDT lacks nothing.</summary>
    public static void SetMarket(this StubExchange exchange)
    {
        exchange.Set(ExchangeInfo, $$"""
            {"timezone":"UTC","serverTime":{{Time}},"rateLimits":[],"assets":[],"symbols":[
              {{Contract("BTCUSDT", "BTC", "USDT")}},
              {{Contract("ETHUSDC", "ETH", "USDC")}},
              {{Contract("1000PEPEUSDT", "1000PEPE", "USDT")}},
              {{Contract("TSLAUSDT", "TSLA", "USDT", "TRADIFI_PERPETUAL")}},
              {{Contract("币安人生USDT", "币安人生", "USDT")}},
              {{Contract("COMMONUSDT", "COMMON", "USDT", status: "SETTLING")}},
              {{Contract("BTCUSDT_261225", "BTC", "USDT", "CURRENT_QUARTER", pair: "BTCUSDT", delivery: Time + 864_000_000)}}]}
            """);
        exchange.SetPremium("BTCUSDT", mark: "80008.00", index: "80000.00", rate: "0.00015600", next: 1_789_488_000_000);
        exchange.SetPremium("ETHUSDC", mark: "2500.00", index: "2500.00", rate: "-0.00012000", next: 1_789_488_000_000);
        exchange.SetPremium("1000PEPEUSDT", mark: "0.01005", index: "0.01000", rate: "0.00030000", next: 1_789_480_800_000);
        exchange.SetPremium("TSLAUSDT", mark: "401.00", index: "400.00", rate: "0.00000000", next: 1_789_488_000_000);
        exchange.SetPremium("币安人生USDT", mark: "0.1500", index: "0.1500", rate: "0.00005000", next: 1_789_488_000_000);
        exchange.SetPremium("COMMONUSDT", mark: "0.0100", index: "0.0100", rate: "0.00000000", next: 0);
        exchange.SetPremium("BTCUSDT_261225", mark: "80810.00", index: "80000.00", rate: "", next: 0);
        exchange.Set(FundingInfo, """
            [{"symbol":"1000PEPEUSDT","adjustedFundingRateCap":"0.02000000","adjustedFundingRateFloor":"-0.02000000","fundingIntervalHours":4,"disclaimer":false,"updateTime":1758377721362},
             {"symbol":"BTCUSDT","adjustedFundingRateCap":"0.00300","adjustedFundingRateFloor":"-0.00300","fundingIntervalHours":8,"disclaimer":true,"updateTime":null}]
            """);
        exchange.Set(FundingRate, "[]");
        // A hundred days at the baseline of 0.01 %, every third settlement at half of it, and the last at 0.006188 %.
        exchange.Set($"{FundingRate} BTCUSDT", Rows(300, i => Settlement(
            "BTCUSDT", LastSettlement - (8 * Hour * i) + (i == 0 ? 5 : 0), i == 0 ? 0.00006188m : i % 3 == 0 ? 0.00005m : 0.0001m, 80_000)));
        exchange.Set($"{OpenInterest} BTCUSDT", """{"symbol":"BTCUSDT","openInterest":"106312.376","time":1789478297197}""");
        exchange.Set($"{OpenInterest} ETHUSDC", """{"symbol":"ETHUSDC","openInterest":"1000.5","time":1789478297197}""");
        exchange.Set($"{OpenInterest} COMMONUSDT", NotTrading, 400);
        exchange.Set(OpenInterestHistory, "[]");
        // 10 contracts more every 5 minutes up to 106,300; the price rose by 1 % from 79,200 to 79,992 twelve hours before the end.
        exchange.Set($"{OpenInterestHistory} BTCUSDT 5m", Rows(500, i => OpenInterestPoint("BTCUSDT", Last5Minutes - (300_000L * i), 106_300 - (10 * i), i < 144 ? 79_992 : 79_200)));
        // 20 contracts more every 2 hours up to 106,300.
        exchange.Set($"{OpenInterestHistory} BTCUSDT 2h", Rows(360, i => OpenInterestPoint("BTCUSDT", Last2Hours - (2 * Hour * i), 106_300 - (20 * i), 79_200)));
        foreach (var path in new[] { LongShortRatio, TopAccounts, TopPositions, Taker })
        {
            exchange.Set(path, "[]");
        }

        // The crowd grows longer by 0.01 points an hour, top positions are short by 12 points against it, and half an hour of that is new.
        exchange.Set($"{LongShortRatio} BTCUSDT", Rows(500, i => Ratio("BTCUSDT", LastHour - (Hour * i), 6491 - i)));
        exchange.Set($"{TopAccounts} BTCUSDT", Rows(500, i => Ratio("BTCUSDT", LastHour - (Hour * i), 6000)));
        exchange.Set($"{TopPositions} BTCUSDT", Rows(500, i => Ratio("BTCUSDT", LastHour - (Hour * i), i == 0 ? 5291 : 6400 - i)));
        exchange.Set($"{Taker} BTCUSDT", Rows(500, i => $$"""
            {"buySellRatio":"{{(i == 0 ? "1.5000" : "1.0000")}}","sellVol":"{{(i == 0 ? "4000.0000" : "5000.0000")}}","buyVol":"{{(i == 0 ? "6000.0000" : "5000.0000")}}","timestamp":{{LastHour - Hour - (Hour * i)}}}
            """));
        exchange.Set(PremiumBars, "[]");
        // Finished bars end at 0, +-0.05 and +-0.1 percent in turn; the premium of now is -0.03 percent.
        exchange.Set($"{PremiumBars} BTCUSDT", Rows(99, i => Bar(Last8Hours - (8 * Hour * i), i == 0 ? -0.0003m : ((i % 5) - 2) * 0.0005m)));
        exchange.Set(IndexBars, "[]");
        exchange.Set(FuturesBooks, $"""
            [{Book("BTCUSDT", "80004.00", "80006.00")},{Book("ETHUSDC", "2498.00", "2502.00")},{Book("1000PEPEUSDT", "0.01004", "0.01006")},
             {Book("BTCUSDT_261225", "80799.00", "80801.00")},{Book("TSLAUSDT", "0.00", "0.00")}]
            """);
        exchange.Set(SpotBooks, $"""
            [{Book("BTCUSDT", "79999.00", "80001.00")},{Book("ETHUSDC", "2499.00", "2501.00")},{Book("USDCUSDT", "0.99900", "1.00100")},
             {Book("PEPEUSDT", "0.00000999", "0.00001001")},{Book("COMMONUSDT", "0.00000000", "0.00000000")}]
            """);
    }

    public static void SetPremium(this StubExchange exchange, string symbol, string mark, string index, string rate, long next) =>
        exchange.Set($"{PremiumIndex} {symbol}", $$"""
            {"symbol":"{{symbol}}","markPrice":"{{mark}}","indexPrice":"{{index}}","estimatedSettlePrice":"0.00000000","lastFundingRate":"{{rate}}","interestRate":"0.00010000","nextFundingTime":{{next}},"time":{{Time}}}
            """);

    /// <summary>An answer of rows, oldest first.</summary>
    /// <param name="count">How many.</param>
    /// <param name="row">The row so many before the last.</param>
    public static string Rows(int count, Func<int, string> row) => $"[{string.Join(',', Enumerable.Range(0, count).Reverse().Select(row))}]";

    public static string Settlement(string symbol, long time, decimal rate, decimal markPrice) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""
        {"symbol":"{{symbol}}","fundingTime":{{time}},"fundingRate":"{{rate:F8}}","markPrice":"{{markPrice:F8}}","rateType":"Regular"}
        """);

    public static string OpenInterestPoint(string symbol, long time, decimal contracts, decimal price) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""
        {"symbol":"{{symbol}}","sumOpenInterest":"{{contracts:F8}}","sumOpenInterestValue":"{{contracts * price:F8}}","CMCCirculatingSupply":"20000000.00000000","timestamp":{{time}}}
        """);

    /// <summary>A ratio from a share of longs in hundredths of a percent.</summary>
    public static string Ratio(string symbol, long time, int longShare) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""
        {"symbol":"{{symbol}}","longAccount":"{{longShare / 10_000m:F4}}","longShortRatio":"{{(decimal)longShare / (10_000 - longShare):F4}}","shortAccount":"{{1 - (longShare / 10_000m):F4}}","timestamp":{{time}}}
        """);

    public static string Bar(long openTime, decimal price) => string.Create(
        CultureInfo.InvariantCulture, $"""[{openTime},"{price:F8}","{price:F8}","{price:F8}","{price:F8}","0",{openTime + (8 * Hour) - 1},"0",5760,"0","0","0"]""");

    private static string Contract(
        string symbol, string baseAsset, string quoteAsset, string type = "PERPETUAL", string status = "TRADING", string? pair = null, long delivery = 4_133_404_800_000) => $$"""
        {"symbol":"{{symbol}}","pair":"{{pair ?? symbol}}","contractType":"{{type}}","deliveryDate":{{delivery}},"status":"{{status}}","baseAsset":"{{baseAsset}}","quoteAsset":"{{quoteAsset}}","marginAsset":"{{quoteAsset}}"}
        """;

    private static string Book(string symbol, string bid, string ask) =>
        $$"""{"symbol":"{{symbol}}","bidPrice":"{{bid}}","bidQty":"4.218","askPrice":"{{ask}}","askQty":"6.128"}""";
}
