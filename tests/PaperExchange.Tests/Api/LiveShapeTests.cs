using System.Text.Json;
using OmnipotentFutures.Tests;

namespace OmnipotentFutures.PaperExchange.Tests.Api;

/// <summary>Answers have the names, the order and the JSON kinds of bodies that Binance really sent.</summary>
public sealed class LiveShapeTests
{
    [SharedFolderTheory("binance/live")]
    [InlineData("fapi_v1_time", "/fapi/v1/time")]
    [InlineData("fapi_v1_premiumIndex_BTCUSDT", "/fapi/v1/premiumIndex?symbol=BTCUSDT")]
    [InlineData("fapi_v1_fundingRate_BTCUSDT_limit2", "/fapi/v1/fundingRate?symbol=BTCUSDT&limit=2")]
    [InlineData("fapi_v1_fundingInfo_first2_plus_disclaimer_row", "/fapi/v1/fundingInfo")]
    [InlineData("fapi_v1_openInterest_BTCUSDT", "/fapi/v1/openInterest?symbol=BTCUSDT")]
    [InlineData("fapi_v1_klines_BTCUSDT_1m_limit3", "/fapi/v1/klines?symbol=BTCUSDT&interval=5m&limit=3")]
    [InlineData("fapi_v1_indexPriceKlines_BTCUSDT_1m", "/fapi/v1/indexPriceKlines?pair=BTCUSDT&interval=5m&limit=1")]
    [InlineData("fapi_v1_ticker_24hr_BTCUSDT", "/fapi/v1/ticker/24hr?symbol=BTCUSDT")]
    [InlineData("fapi_v1_ticker_bookTicker_BTCUSDT", "/fapi/v1/ticker/bookTicker?symbol=BTCUSDT")]
    [InlineData("fapi_v1_ticker_price_BTCUSDT", "/fapi/v1/ticker/price?symbol=BTCUSDT")]
    [InlineData("futures_data_basis_BTCUSDT_5m", "/futures/data/basis?pair=BTCUSDT&contractType=PERPETUAL&period=5m&limit=1")]
    [InlineData("futures_data_openInterestHist_BTCUSDT_5m", "/futures/data/openInterestHist?symbol=BTCUSDT&period=5m&limit=2")]
    [InlineData("futures_data_takerlongshortRatio_BTCUSDT_5m", "/futures/data/takerlongshortRatio?symbol=BTCUSDT&period=5m&limit=1")]
    [InlineData("futures_data_topLongShortPositionRatio_BTCUSDT_1h", "/futures/data/topLongShortPositionRatio?symbol=BTCUSDT&period=1h&limit=1")]
    public async Task Answer_has_the_shape_of_the_live_body(string file, string path)
    {
        await using var host = await PaperExchangeHost.StartAsync();

        var answer = await host.GetJsonAsync(path);

        ShapeOf(answer).ShouldBe(ShapeOf(Live(file)));
    }

    [SharedFolderFact("binance/live")]
    public async Task Contract_of_exchange_info_has_the_shape_of_the_live_entry()
    {
        await using var host = await PaperExchangeHost.StartAsync();

        var info = await host.GetJsonAsync("/fapi/v1/exchangeInfo");

        ShapeOf(info.GetProperty("symbols")[0], withArrays: false).ShouldBe(ShapeOf(Live("fapi_v1_exchangeInfo_BTCUSDT_entry"), withArrays: false));
        info.GetProperty("symbols")[0].GetProperty("filters").EnumerateArray().Select(filter => ShapeOf(filter))
            .ShouldBe(Live("fapi_v1_exchangeInfo_BTCUSDT_entry").GetProperty("filters").EnumerateArray().Select(filter => ShapeOf(filter)));
    }

    [SharedFolderTheory("binance/live")]
    [InlineData("error_400_invalid_interval", "/fapi/v1/klines?symbol=BTCUSDT&interval=1s")]
    [InlineData("error_400_invalid_limit", "/fapi/v1/klines?symbol=BTCUSDT&interval=1m&limit=2000")]
    [InlineData("error_400_invalid_symbol", "/fapi/v1/ticker/24hr?symbol=NOPE")]
    public async Task Error_is_the_live_body_to_the_byte(string file, string path)
    {
        await using var host = await PaperExchangeHost.StartAsync();

        using var response = await host.Client.GetAsync(path);

        (await response.Content.ReadAsStringAsync()).ShouldBe((await File.ReadAllTextAsync(PathOf(file))).Trim());
    }

    private static JsonElement Live(string file) => JsonDocument.Parse(File.ReadAllText(PathOf(file))).RootElement;

    private static string PathOf(string file) => Path.Combine(SharedFolder.PathOf("binance/live"), file + ".json");

    // One row speaks for its array. A string of digits, an empty string and a name are all strings.
    private static string ShapeOf(JsonElement element, bool withArrays = true) => element.ValueKind switch
    {
        JsonValueKind.Object => "{" + string.Join(",", element.EnumerateObject().Select(member => $"{member.Name}:{ShapeOf(member.Value, withArrays)}")) + "}",
        JsonValueKind.Array when !withArrays => "[]",
        JsonValueKind.Array when element.GetArrayLength() > 0 && element[0].ValueKind is JsonValueKind.Object => $"[{ShapeOf(element[0])}]",
        JsonValueKind.Array when element.GetArrayLength() > 0 && element[0].ValueKind is JsonValueKind.Array => $"[{ShapeOf(element[0])}]",
        JsonValueKind.Array => $"[{string.Join(",", element.EnumerateArray().Select(item => ShapeOf(item)))}]",
        JsonValueKind.True or JsonValueKind.False => "bool",
        var kind => kind.ToString(),
    };
}
