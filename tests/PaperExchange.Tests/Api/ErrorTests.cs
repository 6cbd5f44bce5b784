using System.Net;

namespace OmnipotentFutures.PaperExchange.Tests.Api;

public sealed class ErrorTests
{
    [Theory]
    [InlineData("/fapi/v1/klines?interval=1h", """{"code":-1102,"msg":"Mandatory parameter 'symbol' was not sent, was empty/null, or malformed."}""")]
    [InlineData("/fapi/v1/klines?symbol=&interval=1h", """{"code":-1102,"msg":"Mandatory parameter 'symbol' was not sent, was empty/null, or malformed."}""")]
    [InlineData("/fapi/v1/klines?symbol=BTCUSDT", """{"code":-1102,"msg":"Mandatory parameter 'interval' was not sent, was empty/null, or malformed."}""")]
    [InlineData("/fapi/v1/openInterest", """{"code":-1102,"msg":"Mandatory parameter 'symbol' was not sent, was empty/null, or malformed."}""")]
    [InlineData("/fapi/v1/indexPriceKlines?interval=1h", """{"code":-1102,"msg":"Mandatory parameter 'pair' was not sent, was empty/null, or malformed."}""")]
    [InlineData("/fapi/v1/premiumIndex?symbol=", """{"code":-1105,"msg":"Parameter 'symbol' was empty."}""")]
    [InlineData("/fapi/v1/ticker/24hr?symbol=NOPEUSDT", """{"code":-1121,"msg":"Invalid symbol."}""")]
    [InlineData("/fapi/v1/klines?symbol=NOPEUSDT&interval=1h", """{"code":-1121,"msg":"Invalid symbol."}""")]
    [InlineData("/fapi/v1/klines?symbol=BTCUSDT&interval=1s", """{"code":-1120,"msg":"Invalid interval."}""")]
    [InlineData("/fapi/v1/klines?symbol=BTCUSDT&interval=1H", """{"code":-1120,"msg":"Invalid interval."}""")]
    [InlineData("/fapi/v1/klines?symbol=BTCUSDT&interval=1h&limit=1501", """{"code":-1130,"msg":"Data sent for parameter 'limit' is not valid."}""")]
    [InlineData("/fapi/v1/klines?symbol=BTCUSDT&interval=1h&limit=0", """{"code":-1130,"msg":"Data sent for parameter 'limit' is not valid."}""")]
    [InlineData("/fapi/v1/klines?symbol=BTCUSDT&interval=1h&limit=-1", """{"code":-1100,"msg":"Illegal characters found in parameter 'limit'; legal range is '^[0-9]{1,20}$'."}""")]
    [InlineData("/fapi/v1/klines?symbol=BTCUSDT&interval=1h&startTime=noon", """{"code":-1100,"msg":"Illegal characters found in parameter 'startTime'; legal range is '^[0-9]{1,20}$'."}""")]
    [InlineData("/fapi/v1/klines?symbol=btcusdt&interval=1h", """{"code":-1100,"msg":"Illegal characters found in parameter 'symbol'; legal range is '^[\\w\\-._&&[^a-z]]{1,50}$'."}""")]
    [InlineData("/fapi/v1/fundingRate?symbol=BTCUSDT&limit=1001", """{"code":-1130,"msg":"Data sent for parameter 'limit' is not valid."}""")]
    [InlineData("/fapi/v1/openInterest?symbol=OLDUSDT", """{"code":-4108,"msg":"Symbol is on delivering or delivered or settling or closed or pre-trading."}""")]
    [InlineData("/fapi/v1/indexPriceKlines?pair=NOPEUSDT&interval=1h", """{"code":-4144,"msg":"Invalid pair"}""")]
    [InlineData("/futures/data/openInterestHist?period=5m", """{"msg":"Mandatory parameter 'symbol' was not sent, was empty/null, or malformed.","code":-1102}""")]
    [InlineData("/futures/data/openInterestHist?symbol=BTCUSDT", """{"msg":"Mandatory parameter 'period' was not sent, was empty/null, or malformed.","code":-1102}""")]
    [InlineData("/futures/data/openInterestHist?symbol=NOPEUSDT&period=5m", """{"msg":"Invalid symbol.","code":-1121}""")]
    [InlineData("/futures/data/takerlongshortRatio?symbol=BTCUSDT&period=3m", """{"msg":"parameter 'period' is invalid.","code":-1130}""")]
    [InlineData("/futures/data/globalLongShortAccountRatio?symbol=BTCUSDT&period=5m&limit=501", """{"msg":"parameter 'limit' is invalid.","code":-1130}""")]
    [InlineData("/futures/data/basis?pair=BTCUSDT&period=5m&contractType=SPOT", """{"msg":"Invalid contract type","code":-4104}""")]
    [InlineData("/futures/data/basis?pair=OLDUSDT&period=5m&contractType=CURRENT_QUARTER", """{"msg":"Invalid contract type","code":-4104}""")]
    [InlineData("/futures/data/basis?pair=NOPEUSDT&period=5m&contractType=PERPETUAL", """{"msg":"Invalid pair","code":-4144}""")]
    [InlineData("/api/v3/ticker/price?symbol=NOPEUSDT", """{"code":-1121,"msg":"Invalid symbol."}""")]
    [InlineData("/api/v3/ticker/price?symbol=BTCUSDT&symbols=[\"ETHUSDT\"]", """{"code":-1128,"msg":"Combination of optional parameters invalid."}""")]
    public async Task Call_with_a_bad_parameter_is_refused_in_binances_words(string path, string body)
    {
        await using var host = await PaperExchangeHost.StartAsync();

        using var response = await host.Client.GetAsync(path);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        response.Content.Headers.ContentType?.MediaType.ShouldBe("application/json");
        (await response.Content.ReadAsStringAsync()).ShouldBe(body);
    }

    [Theory]
    [InlineData(30, HttpStatusCode.OK)]
    [InlineData(31, HttpStatusCode.BadRequest)]
    [InlineData(35, HttpStatusCode.BadRequest)]
    public async Task Statistics_reach_back_thirty_days(int days, HttpStatusCode status)
    {
        await using var host = await PaperExchangeHost.StartAsync();
        var start = StubMarket.Noon - (days * StubMarket.Day);

        using var response = await host.Client.GetAsync($"/futures/data/openInterestHist?symbol=BTCUSDT&period=1d&startTime={start}");

        response.StatusCode.ShouldBe(status);
        if (status is HttpStatusCode.BadRequest)
        {
            (await response.Content.ReadAsStringAsync()).ShouldBe("""{"msg":"parameter 'startTime' is invalid.","code":-1130}""");
        }
    }

    [Theory]
    [InlineData("/fapi/v1/nothing", HttpStatusCode.NotFound)]
    [InlineData("/fapi/v1/topLongShortAccountRatio?symbol=BTCUSDT", HttpStatusCode.NotFound)]
    [InlineData("/elsewhere", HttpStatusCode.NotFound)]
    [InlineData("/fapi/v1//openInterest?symbol=BTCUSDT", HttpStatusCode.Forbidden)]
    public async Task Path_that_binance_lacks_is_answered_with_a_page(string path, HttpStatusCode status)
    {
        await using var host = await PaperExchangeHost.StartAsync();

        using var response = await host.Client.GetAsync(path);

        response.StatusCode.ShouldBe(status);
        response.Content.Headers.ContentType?.MediaType.ShouldBe("text/html");
        (await response.Content.ReadAsStringAsync()).ShouldStartWith("<html>");
    }

    [Fact]
    public async Task Post_to_a_binance_path_is_answered_with_a_page()
    {
        await using var host = await PaperExchangeHost.StartAsync();

        using var response = await host.Client.PostAsync("/fapi/v1/time", content: null);

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        response.Content.Headers.ContentType?.MediaType.ShouldBe("text/html");
    }

    [Theory]
    [InlineData("/fapi/v1/time")]
    [InlineData("/fapi/v1/klines")]
    [InlineData("/fapi/v1//time")]
    [InlineData("/nothing")]
    [InlineData("/health")]
    [InlineData("/paper/usage")]
    [InlineData("/swagger/v1/swagger.json")]
    public async Task Every_answer_says_what_the_market_is(string path)
    {
        await using var host = await PaperExchangeHost.StartAsync();

        using var response = await host.Client.GetAsync(path);

        response.Headers.GetValues("X-Paper-Exchange").ShouldBe(["simulated"]);
    }

    [Fact]
    public async Task Market_that_fails_is_binances_error_and_not_a_problem_document()
    {
        var market = new StubMarket(StubInstrument.WithHistory(StubMarket.Typical().Instruments[0]) with { Settlements = null! });
        await using var host = await PaperExchangeHost.StartAsync(market);

        using var response = await host.Client.GetAsync("/fapi/v1/fundingRate?symbol=BTCUSDT");

        response.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        (await response.Content.ReadAsStringAsync()).ShouldBe("""{"code":-1000,"msg":"An unknown error occurred while processing the request."}""");
        response.Headers.Contains("X-Paper-Exchange").ShouldBeTrue();
    }
}
