using System.Globalization;
using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using OmnipotentFutures.Binance.Errors;
using OmnipotentFutures.Binance.Json;
using OmnipotentFutures.Binance.Queries;

namespace OmnipotentFutures.Binance.Tests;

/// <summary>Whatever comes over the wire, a caller sees data or a <see cref="BinanceException"/>.</summary>
public sealed class ArbitraryAnswerProperties
{
    private static readonly int[] Statuses = [200, 200, 200, 202, 204, 301, 400, 401, 403, 404, 408, 418, 429, 451, 500, 503];

    /// <summary>Members and values that models know, so that arbitrary documents come close to real ones.</summary>
    private static readonly string[] Names =
        ["symbol", "symbols", "time", "timestamp", "serverTime", "fundingTime", "openInterest", "filters", "assets", "updateTime", "fundingIntervalHours", "code", "msg"];

    private static readonly string[] Scalars =
        ["null", "true", "0", "-1", "1.5", "1e400", "1e-400", "1789478399999", "99999999999999999999999999999", "\"\"", "\"BTCUSDT\"", "\"1.5\"", "\"-1\"", "\"NaN\"", "\"1e28\"", "\"79228162514264337593543950335\"", "\"\\ud800\"", "\" \""];

    private static readonly Func<BinanceUnderTest, Task>[] Calls =
    [
        binance => binance.Futures.GetTimeAsync(default),
        binance => binance.Futures.GetExchangeInfoAsync(default),
        binance => binance.Futures.GetPremiumIndexesAsync(default),
        binance => binance.Futures.GetFundingInfoAsync(default),
        binance => binance.Futures.GetFundingRatesAsync("X", default, default),
        binance => binance.Futures.GetOpenInterestAsync("X", default),
        binance => binance.Futures.GetOpenInterestHistoryAsync("X", StatisticsPeriod.FiveMinutes, default, default),
        binance => binance.Futures.GetKlinesAsync("X", KlineInterval.OneMinute, default, default),
        binance => binance.Futures.GetTickers24hAsync(default),
        binance => binance.Spot.GetExchangeInfoAsync(default),
        binance => binance.Spot.GetPricesAsync(default),
        binance => binance.Spot.GetBookTickerAsync("X", default),
    ];

    private static readonly string[] Addresses =
    [
        "/fapi/v1/time", "/fapi/v1/exchangeInfo", "/fapi/v1/premiumIndex", "/fapi/v1/fundingInfo", "/fapi/v1/fundingRate?symbol=X", "/fapi/v1/openInterest?symbol=X",
        "/futures/data/openInterestHist?symbol=X&period=5m", "/fapi/v1/klines?symbol=X&interval=1m", "/fapi/v1/ticker/24hr",
        "/api/v3/exchangeInfo", "/api/v3/ticker/price", "/api/v3/ticker/bookTicker?symbol=X",
    ];

    [Property]
    public Property Bytes_give_data_or_a_binance_exception() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), Gen.Elements(Statuses).ToArbitrary(), GivesDataOrBinanceException);

    [Property]
    public Property Documents_give_data_or_a_binance_exception() =>
        Prop.ForAll(Gen.Sized(size => Document(Math.Min(size, 4))).ToArbitrary(), Gen.Elements(Statuses).ToArbitrary(), (document, status) =>
            GivesDataOrBinanceException(Encoding.UTF8.GetBytes(document), status));

    [Property]
    public Property Bars_give_data_or_a_binance_exception() =>
        Prop.ForAll(Gen.ArrayOf(Gen.Elements(Scalars)).ToArbitrary(), elements => GivesDataOrBinanceException(Encoding.UTF8.GetBytes($"[[{string.Join(',', elements)}]]"), 200));

    [Property]
    public void Decimal_is_the_same_as_a_string_and_as_a_number(decimal value)
    {
        var text = value.ToString(CultureInfo.InvariantCulture);

        Interest($"\"{text}\"").ShouldBe(value);
        Interest(text).ShouldBe(value);

        static decimal? Interest(string json) =>
            JsonSerializer.Deserialize($$"""{"symbol":"X","time":1,"openInterest":{{json}}}""", BinanceJsonContext.Default.OpenInterest)!.Contracts;
    }

    [Property]
    public void Integer_is_the_same_as_a_string_and_as_a_number(long value)
    {
        Time($"\"{value}\"").ShouldBe(value);
        Time($"{value}").ShouldBe(value);

        static long? Time(string json) => JsonSerializer.Deserialize($$"""{"symbol":"X","time":{{json}}}""", BinanceJsonContext.Default.BookTicker)!.Time;
    }

    private static Gen<string> Document(int depth) => depth == 0
        ? Gen.Elements(Scalars)
        : Gen.OneOf(
            Gen.Elements(Scalars),
            Gen.ArrayOf(Document(depth - 1)).Select(items => $"[{string.Join(',', items)}]"),
            Gen.ArrayOf(Gen.Zip(Gen.Elements(Names), Document(depth - 1))).Select(members => $"{{{string.Join(',', members.Select(member => $"\"{member.Item1}\":{member.Item2}"))}}}"));

    private static bool GivesDataOrBinanceException(byte[] body, int status)
    {
        foreach (var (call, address) in Calls.Zip(Addresses))
        {
            using var binance = new BinanceUnderTest();
            binance.Exchange.On(address, Reply.Bytes(body, status));
            try
            {
                binance.Run(async () =>
                {
                    await call(binance);
                    return true;
                }).GetAwaiter().GetResult();
            }
            catch (BinanceException)
            {
                // As promised; anything else fails the property.
            }
        }

        return true;
    }
}
