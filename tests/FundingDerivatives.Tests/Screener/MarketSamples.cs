using OmnipotentFutures.FundingDerivatives.Tests.Stub;
using static OmnipotentFutures.FundingDerivatives.Tests.Stub.BinanceSamples;

namespace OmnipotentFutures.FundingDerivatives.Tests.Screener;

/// <summary>Lists of a whole market in Binance's form.</summary>
internal static class MarketSamples
{
    public const string Tickers = "/fapi/v1/ticker/24hr";

    /// <summary>The answer of a path asked without a symbol, where the same path with one answers something else.</summary>
    public const string AllPremiums = PremiumIndex + " ";

    /// <summary>The coming full hour after <see cref="Time"/> at which 8-hour contracts settle.</summary>
    public const long Next = 1_789_488_000_000;

    /// <summary>Sets a market of contracts with intervals of 1, 2, 4 and 8 hours, and of all that has no rate.</summary>
    public static void SetWholeMarket(this StubExchange exchange)
    {
        exchange.Set(ExchangeInfo, $$"""
            {"timezone":"UTC","serverTime":{{Time}},"rateLimits":[],"assets":[],"symbols":[
              {{Listed("BTCUSDT", "BTC", "USDT")}},{{Listed("ETHUSDC", "ETH", "USDC")}},{{Listed("1000SATSUSDT", "1000SATS", "USDT")}},
              {{Listed("TSLAUSDT", "TSLA", "USDT", "TRADIFI_PERPETUAL")}},{{Listed("币安人生USDT", "币安人生", "USDT")}},{{Listed("HOURUSDT", "HOUR", "USDT")}},
              {{Listed("TWOUSDT", "TWO", "USDT")}},{{Listed("IDLEUSDT", "IDLE", "USDT")}},{{Listed("VOIDUSDT", "VOID", "USDT")}},{{Listed("GONEUSDT", "GONE", "USDT")}},
              {{Listed("ETHBTC", "ETH", "BTC")}},
              {{Listed("COMMONUSDT", "COMMON", "USDT", status: "SETTLING")}},{{Listed("BTCUSDT_261225", "BTC", "USDT", "CURRENT_QUARTER")}}]}
            """);
        exchange.Set(AllPremiums, $"""
            [{Premium("BTCUSDT", "80008.00", "80000.00", "0.00010000", Next)},
             {Premium("ETHUSDC", "2500.00", "2500.00", "-0.00012000", Next)},
             {Premium("1000SATSUSDT", "0.00020200", "0.00020000", "0.00030000", 1_789_480_800_000)},
             {Premium("TSLAUSDT", "401.00", "400.00", "0.00000000", Next)},
             {Premium("币安人生USDT", "0.1500", "0.1500", "-0.00500000", 1_789_480_800_000)},
             {Premium("HOURUSDT", "1.00", "1.00", "0.01600000", 1_789_480_800_000)},
             {Premium("TWOUSDT", "1.00", "1.00", "0.00005000", 1_789_480_800_000)},
             {Premium("IDLEUSDT", "1.00", "1.00", "0.00000000", 0)},
             {Premium("VOIDUSDT", "", "", "", 0)},
             {Premium("ETHBTC", "0.031", "0.031", "0.00000000", Next)},
             {Premium("COMMONUSDT", "0.01", "0.01", "0.00000000", 0)},
             {Premium("BTCUSDT_261225", "80810.00", "80000.00", "", 0)}]
            """);
        exchange.Set(Tickers, $"""
            [{Ticker("BTCUSDT", "80005.10", "1.250", "12000000000.50")},{Ticker("ETHUSDC", "2500.50", "-2.000", "1000000.00")},
             {Ticker("1000SATSUSDT", "0.00020100", "10.100", "5000000.00")},{Ticker("TSLAUSDT", "401.50", "0.000", "900000.00")},
             {Ticker("币安人生USDT", "0.1500", "-30.500", "70000000.00")},{Ticker("HOURUSDT", "1.00", "88.000", "60000000.00")},
             {Ticker("TWOUSDT", "1.00", "0.100", "300000.00")},{Ticker("IDLEUSDT", "1.00", "0.000", "0")},{Ticker("VOIDUSDT", "", "", "")},
             {Ticker("ETHBTC", "0.031", "0.5", "10.00")},{Ticker("BTCUSDT_261225", "80800.00", "1.000", "1000000.00")}]
            """);
        exchange.Set(FundingInfo, $"""
            [{Rule("BTCUSDT", "0.00300", 8)},{Rule("1000SATSUSDT", "0.02000000", 4)},{Rule("币安人生USDT", "0.02000000", 4)},{Rule("HOURUSDT", "0.02000000", 1)},
             {Rule("TWOUSDT", "0.02000000", 2)},{Rule("ETHUSDC", "0.02000000", 8)},{Rule("TSLAUSDT", "0.02000000", 8)}]
            """);
        exchange.Set(SpotBooks, $"""[{SpotBook("BTCUSDT", "79999.00", "80001.00")},{SpotBook("USDCUSDT", "0.99800", "1.00000")},{SpotBook("ETHBTC", "0.031", "0.032")}]""");
    }

    public static string Listed(string symbol, string baseAsset, string quoteAsset, string type = "PERPETUAL", string status = "TRADING") => $$"""
        {"symbol":"{{symbol}}","pair":"{{symbol.Split('_')[0]}}","contractType":"{{type}}","deliveryDate":4133404800000,"status":"{{status}}","baseAsset":"{{baseAsset}}","quoteAsset":"{{quoteAsset}}","marginAsset":"{{quoteAsset}}"}
        """;

    public static string Premium(string symbol, string mark, string index, string rate, long next) => $$"""
        {"symbol":"{{symbol}}","markPrice":"{{mark}}","indexPrice":"{{index}}","estimatedSettlePrice":"0.00000000","lastFundingRate":"{{rate}}","interestRate":"0.00010000","nextFundingTime":{{next}},"time":{{Time}}}
        """;

    public static string Ticker(string symbol, string last, string change, string quoteVolume) => $$"""
        {"symbol":"{{symbol}}","lastPrice":"{{last}}","priceChangePercent":"{{change}}","quoteVolume":"{{quoteVolume}}","volume":"1","closeTime":{{Time}}}
        """;

    public static string Rule(string symbol, string cap, int hours) => $$"""
        {"symbol":"{{symbol}}","adjustedFundingRateCap":"{{cap}}","adjustedFundingRateFloor":"-{{cap}}","fundingIntervalHours":{{hours}},"disclaimer":true,"updateTime":null}
        """;

    private static string SpotBook(string symbol, string bid, string ask) =>
        $$"""{"symbol":"{{symbol}}","bidPrice":"{{bid}}","bidQty":"1","askPrice":"{{ask}}","askQty":"1"}""";
}
