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
    private const string Klines = "/fapi/v1/klines?symbol=X&interval=1m";

    private static readonly int[] Statuses = [200, 200, 200, 202, 204, 301, 400, 401, 403, 404, 408, 418, 429, 451, 500, 503];

    /// <summary>Members and values that models know, so that arbitrary documents come close to real ones.</summary>
    private static readonly string[] Names =
        ["symbol", "symbols", "time", "timestamp", "serverTime", "fundingTime", "openInterest", "filters", "assets", "updateTime", "fundingIntervalHours", "code", "msg", "data", "brackets", "riskBrackets", "bracketNotionalCap"];

    private static readonly string[] Scalars =
        ["null", "true", "0", "-1", "1.5", "1e400", "1e-400", "1789478399999", "99999999999999999999999999999", "\"\"", "\"BTCUSDT\"", "\"000000\"", "\"1.5\"", "\"-1\"", "\"NaN\"", "\"1e28\"", "\"79228162514264337593543950335\"", "\"\\ud800\"", "\" \""];

    private static readonly string[] Numbers = ["1", "\"2.5\"", "0", "-1", "1e20", "1e30", "\"1e400\"", "\"79228162514264337593543950335\"", "\"\"", "null"];

    private static readonly Dictionary<string, Func<BinanceUnderTest, Task>> Calls = new()
    {
        ["/fapi/v1/time"] = binance => binance.Futures.GetTimeAsync(default),
        ["/fapi/v1/exchangeInfo"] = binance => binance.Futures.GetExchangeInfoAsync(default),
        ["/fapi/v1/premiumIndex"] = binance => binance.Futures.GetPremiumIndexesAsync(default),
        ["/fapi/v1/fundingInfo"] = binance => binance.Futures.GetFundingInfoAsync(default),
        ["/fapi/v1/fundingRate?symbol=X"] = binance => binance.Futures.GetFundingRatesAsync("X", default, default),
        ["/fapi/v1/openInterest?symbol=X"] = binance => binance.Futures.GetOpenInterestAsync("X", default),
        ["/futures/data/openInterestHist?symbol=X&period=5m"] = binance => binance.Futures.GetOpenInterestHistoryAsync("X", StatisticsPeriod.FiveMinutes, default, default),
        [Klines] = binance => binance.Futures.GetKlinesAsync("X", KlineInterval.OneMinute, default, default),
        ["/fapi/v1/ticker/24hr"] = binance => binance.Futures.GetTickers24hAsync(default),
        ["/api/v3/exchangeInfo"] = binance => binance.Spot.GetExchangeInfoAsync(default),
        ["/api/v3/ticker/price"] = binance => binance.Spot.GetPricesAsync(default),
        ["/api/v3/ticker/bookTicker?symbol=X"] = binance => binance.Spot.GetBookTickerAsync("X", default),
        ["/bapi/futures/v1/friendly/future/common/brackets"] = binance => binance.Website.GetBracketsAsync(default),
    };

    [Property]
    public Property Bytes_give_data_or_a_binance_exception() =>
        Prop.ForAll(AnyCall, ArbMap.Default.ArbFor<byte[]>(), AnyStatus, GivesDataOrBinanceException);

    [Property(MaxTest = 300)]
    public Property Documents_give_data_or_a_binance_exception() =>
        Prop.ForAll(AnyCall, Gen.Sized(size => Document(Math.Min(size, 3))).Select(Encoding.UTF8.GetBytes).ToArbitrary(), AnyStatus, GivesDataOrBinanceException);

    [Property(MaxTest = 300)]
    public Property Bars_give_data_or_a_binance_exception() =>
        Prop.ForAll(Gen.Choose(8, 13).SelectMany(length => Gen.ArrayOf(Gen.Elements(Numbers), length)).ToArbitrary(), elements =>
            GivesDataOrBinanceException(Klines, Encoding.UTF8.GetBytes($"[[{string.Join(',', elements)}]]"), 200));

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

    [Property]
    public void Number_of_any_size_is_held_or_not_known(long digits, short exponent)
    {
        var text = $"{digits}e{exponent}";
        decimal? expected = decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var held) ? held : null;

        foreach (var json in new[] { text, $"\"{text}\"" })
        {
            var reading = JsonSerializer.Deserialize(
                $$"""[{"symbol":"X","adjustedFundingRateCap":{{json}},"fundingIntervalHours":8}]""", BinanceJsonContext.Default.FundingInfoArray)!.ShouldHaveSingleItem();
            (reading.AdjustedFundingRateCap, reading.FundingIntervalHours).ShouldBe((expected, 8));
        }
    }

    private static Arbitrary<string> AnyCall => Gen.Elements(Calls.Keys.ToArray()).ToArbitrary();

    private static Arbitrary<int> AnyStatus => Gen.Elements(Statuses).ToArbitrary();

    private static Gen<string> Document(int depth) => depth == 0
        ? Gen.Elements(Scalars)
        : Gen.OneOf(
            Gen.Elements(Scalars),
            Gen.ArrayOf(Document(depth - 1)).Select(items => $"[{string.Join(',', items)}]"),
            Gen.ArrayOf(Gen.Zip(Gen.Elements(Names), Document(depth - 1))).Select(members => $"{{{string.Join(',', members.Select(member => $"\"{member.Item1}\":{member.Item2}"))}}}"));

    private static void GivesDataOrBinanceException(string address, byte[] body, int status)
    {
        using var binance = new BinanceUnderTest();
        binance.Exchange.On(address, Reply.Bytes(body, status));
        try
        {
            binance.Run(async () =>
            {
                await Calls[address](binance);
                return true;
            }).GetAwaiter().GetResult();
        }
        catch (BinanceException)
        {
            // As promised; anything else fails the property.
        }
    }
}
