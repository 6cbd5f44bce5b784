namespace OmnipotentFutures.FundingDerivatives.Tests.Stub;

/// <summary>Paths and bodies in Binance's form: a market of a few contracts at one moment.</summary>
internal static class BinanceSamples
{
    public const string ExchangeInfo = "/fapi/v1/exchangeInfo";
    public const string PremiumIndex = "/fapi/v1/premiumIndex";
    public const string FundingInfo = "/fapi/v1/fundingInfo";
    public const string FundingRate = "/fapi/v1/fundingRate";
    public const string OpenInterest = "/fapi/v1/openInterest";
    public const string LongShortRatio = "/futures/data/globalLongShortAccountRatio";
    public const string FuturesBooks = "/fapi/v1/ticker/bookTicker";
    public const string SpotBooks = "/api/v3/ticker/bookTicker";

    public const string NotTrading = """{"code":-4108,"msg":"Symbol is on delivering or delivered or settling or closed or pre-trading."}""";

    /// <summary>Time of the premium index.</summary>
    public const long Time = 1_789_478_303_000;

    /// <summary>Everything that one analysis of a perpetual asks for.</summary>
    public static string[] AllInputs { get; } =
        [PremiumIndex, FundingInfo, FundingRate, OpenInterest, LongShortRatio, FuturesBooks, SpotBooks];

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
        exchange.Set($"{FundingRate} BTCUSDT", """
            [{"symbol":"BTCUSDT","fundingTime":1789430400000,"fundingRate":"0.00003563","markPrice":"78178.30000000","rateType":"Regular"},
             {"symbol":"BTCUSDT","fundingTime":1789459200005,"fundingRate":"0.00006188","markPrice":"76907.97183333","rateType":"Regular"}]
            """);
        exchange.Set($"{OpenInterest} BTCUSDT", """{"symbol":"BTCUSDT","openInterest":"106312.376","time":1789478297197}""");
        exchange.Set($"{OpenInterest} ETHUSDC", """{"symbol":"ETHUSDC","openInterest":"1000.5","time":1789478297197}""");
        exchange.Set($"{OpenInterest} COMMONUSDT", NotTrading, 400);
        exchange.Set(LongShortRatio, "[]");
        exchange.Set($"{LongShortRatio} BTCUSDT", $$"""
            [{"symbol":"BTCUSDT","longAccount":"0.6491","longShortRatio":"1.8500","shortAccount":"0.3509","timestamp":{{Time - 3_000}}}]
            """);
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

    private static string Contract(
        string symbol, string baseAsset, string quoteAsset, string type = "PERPETUAL", string status = "TRADING", string? pair = null, long delivery = 4_133_404_800_000) => $$"""
        {"symbol":"{{symbol}}","pair":"{{pair ?? symbol}}","contractType":"{{type}}","deliveryDate":{{delivery}},"status":"{{status}}","baseAsset":"{{baseAsset}}","quoteAsset":"{{quoteAsset}}","marginAsset":"{{quoteAsset}}"}
        """;

    private static string Book(string symbol, string bid, string ask) =>
        $$"""{"symbol":"{{symbol}}","bidPrice":"{{bid}}","bidQty":"4.218","askPrice":"{{ask}}","askQty":"6.128"}""";
}
