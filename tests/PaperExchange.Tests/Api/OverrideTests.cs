using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace OmnipotentFutures.PaperExchange.Tests.Api;

public sealed class OverrideTests
{
    private const string PremiumIndex = "/fapi/v1/premiumIndex?symbol=BTCUSDT";

    [Theory]
    [InlineData("SETTLING")]
    [InlineData("PENDING_TRADING")]
    [InlineData("DELIVERING")]
    [InlineData("CLOSE")]
    public async Task Status_takes_open_interest_and_funding_with_it(string status)
    {
        await using var host = await PaperExchangeHost.StartAsync();
        await TellAsync(host, "BTCUSDT", $$"""{"status":"{{status}}"}""");

        (await host.GetJsonAsync("/fapi/v1/exchangeInfo")).GetProperty("symbols")[0].GetProperty("status").GetString().ShouldBe(status);
        (await host.Client.GetStringAsync(PremiumIndex)).ShouldContain(
            "\"lastFundingRate\":\"0.00000000\",\"interestRate\":\"0.00000000\",\"nextFundingTime\":0,");
        using var refused = await host.Client.GetAsync("/fapi/v1/openInterest?symbol=BTCUSDT");
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await refused.Content.ReadAsStringAsync()).ShouldStartWith("{\"code\":-4108,");
    }

    [Fact]
    public async Task Funding_rate_is_the_running_estimate_and_leaves_history_alone()
    {
        await using var host = await PaperExchangeHost.StartAsync();
        var history = await host.Client.GetStringAsync("/fapi/v1/fundingRate?symbol=BTCUSDT");
        await TellAsync(host, "BTCUSDT", """{"funding_rate":-0.02}""");

        var row = await host.GetJsonAsync(PremiumIndex);

        row.GetProperty("lastFundingRate").GetString().ShouldBe("-0.02000000");
        row.GetProperty("nextFundingTime").GetInt64().ShouldBe(StubMarket.Noon + (4 * StubMarket.Hour));
        (await host.Client.GetStringAsync("/fapi/v1/fundingRate?symbol=BTCUSDT")).ShouldBe(history);
    }

    [Fact]
    public async Task Funding_terms_are_those_of_funding_info_and_of_the_next_funding_time()
    {
        await using var host = await PaperExchangeHost.StartAsync();
        await TellAsync(host, "BTCUSDT", """{"funding_interval_hours":1,"funding_cap":0.01}""");
        await TellAsync(host, "OLDUSDT", """{"funding_floor":-0.005}""");

        var rows = (await host.GetJsonAsync("/fapi/v1/fundingInfo")).EnumerateArray().ToDictionary(row => row.GetProperty("symbol").GetString()!);

        rows["BTCUSDT"].GetRawText().ShouldBe(
            $$"""{"symbol":"BTCUSDT","adjustedFundingRateCap":"0.01000000","adjustedFundingRateFloor":"-0.00300000","fundingIntervalHours":1,"disclaimer":false,"updateTime":{{StubMarket.Noon}}}""");
        rows["OLDUSDT"].GetRawText().ShouldBe(
            $$"""{"symbol":"OLDUSDT","adjustedFundingRateCap":"","adjustedFundingRateFloor":"-0.00500000","fundingIntervalHours":8,"disclaimer":false,"updateTime":{{StubMarket.Noon}}}""");
        (await host.GetJsonAsync(PremiumIndex)).GetProperty("nextFundingTime").GetInt64().ShouldBe(StubMarket.Noon + StubMarket.Hour);
    }

    [Theory]
    [InlineData("funding_rate", PremiumIndex, "\"lastFundingRate\":\"\",\"interestRate\":\"0.00010000\"")]
    [InlineData("interest_rate", PremiumIndex, "\"lastFundingRate\":\"-0.00010000\",\"interestRate\":\"\"")]
    [InlineData("next_funding_time", PremiumIndex, "\"nextFundingTime\":0,")]
    [InlineData("settlement_mark_price", "/fapi/v1/fundingRate?symbol=BTCUSDT", "\"fundingRate\":\"0.00050000\",\"markPrice\":\"\"")]
    [InlineData("funding_history", "/fapi/v1/fundingRate?symbol=BTCUSDT", "[]")]
    [InlineData("premium_index", "/fapi/v1/premiumIndexKlines?symbol=BTCUSDT&interval=5m", "[]")]
    [InlineData("open_interest_history", "/futures/data/openInterestHist?symbol=BTCUSDT&period=5m", "[]")]
    [InlineData("ratios", "/futures/data/globalLongShortAccountRatio?symbol=BTCUSDT&period=5m", "[]")]
    [InlineData("ratios", "/futures/data/topLongShortAccountRatio?symbol=BTCUSDT&period=5m", "[]")]
    [InlineData("ratios", "/futures/data/topLongShortPositionRatio?symbol=BTCUSDT&period=5m", "[]")]
    [InlineData("taker_volume", "/futures/data/takerlongshortRatio?symbol=BTCUSDT&period=5m", "[]")]
    [InlineData("bid", "/fapi/v1/ticker/bookTicker?symbol=BTCUSDT", "\"bidPrice\":\"0.00\",\"bidQty\":\"0.000\",\"askPrice\":\"100.60\",\"askQty\":\"0.001\"")]
    [InlineData("ask", "/fapi/v1/ticker/bookTicker?symbol=BTCUSDT", "\"bidPrice\":\"100.40\",\"bidQty\":\"0.001\",\"askPrice\":\"0.00\",\"askQty\":\"0.000\"")]
    public async Task What_is_missing_is_missing_as_on_binance_and_comes_back_when_undone(string part, string path, string expected)
    {
        await using var host = await PaperExchangeHost.StartAsync();
        var whole = await host.Client.GetStringAsync(path);
        whole.ShouldNotContain(expected);
        await TellAsync(host, "BTCUSDT", $$"""{"missing":["{{part}}"]}""");

        (await host.Client.GetStringAsync(path)).ShouldContain(expected);

        (await host.Client.DeleteAsync("/paper/contracts/BTCUSDT")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await host.Client.GetStringAsync(path)).ShouldBe(whole);
    }

    [Fact]
    public async Task Missing_open_interest_spot_and_funding_info_are_not_listed()
    {
        await using var host = await PaperExchangeHost.StartAsync();
        await TellAsync(host, "BTCUSDT", """{"missing":["open_interest","spot","funding_info"]}""");

        (await host.Client.GetAsync("/fapi/v1/openInterest?symbol=BTCUSDT")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await host.Client.GetAsync("/api/v3/ticker/bookTicker?symbol=BTCUSDT")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        Symbols(await host.GetJsonAsync("/api/v3/ticker/price")).ShouldBe(["ETHUSDT"]);
        Symbols((await host.GetJsonAsync("/api/v3/exchangeInfo")).GetProperty("symbols")).ShouldBe(["ETHUSDT"]);
        Symbols(await host.GetJsonAsync("/fapi/v1/fundingInfo")).ShouldBe(["币安人生USDT"]);
    }

    [Fact]
    public async Task Overrides_are_listed_replaced_and_cleared()
    {
        await using var host = await PaperExchangeHost.StartAsync();
        await TellAsync(host, "BTCUSDT", """{"status":"SETTLING"}""");
        await TellAsync(host, "BTCUSDT", """{"funding_rate":0.001,"missing":["ratios","bid"]}""");
        await TellAsync(host, Uri.EscapeDataString("币安人生USDT"), """{"status":"CLOSE"}""");

        var all = await host.GetJsonAsync("/paper/contracts");

        all.GetArrayLength().ShouldBe(2);
        all[0].GetRawText().ShouldBe(
            $$"""{"symbol":"BTCUSDT","since":{{StubMarket.Noon}},"status":null,"funding_rate":0.001,"funding_interval_hours":null,"funding_cap":null,"funding_floor":null,"missing":["ratios","bid"]}""");
        all[1].GetProperty("symbol").GetString().ShouldBe("币安人生USDT");
        (await host.Client.DeleteAsync("/paper/contracts")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await host.GetJsonAsync("/paper/contracts")).GetArrayLength().ShouldBe(0);
    }

    [Theory]
    [InlineData("BTCUSDT", """{"status":"ASLEEP"}""", "PENDING_TRADING, TRADING,")]
    [InlineData("BTCUSDT", """{"missing":["teeth"]}""", "'teeth' cannot be missing; what can is funding_rate, interest_rate,")]
    [InlineData("BTCUSDT", """{"missing":[null]}""", "cannot be missing")]
    [InlineData("BTCUSDT", """{"fundingRate":0.1}""", "'fundingRate' is no override: those are status, funding_rate,")]
    [InlineData("BTCUSDT", """{"funding_rate":1.01}""", "from -1 to 1")]
    [InlineData("BTCUSDT", """{"funding_rate":"high"}""", "")]
    [InlineData("BTCUSDT", """{"funding_rate":0,"missing":["funding_rate"]}""", "at once")]
    [InlineData("BTCUSDT", """{"funding_interval_hours":3}""", "one of 1, 2, 4, 8")]
    [InlineData("BTCUSDT", """{"funding_cap":0}""", "above 0")]
    [InlineData("BTCUSDT", """{"funding_floor":0.01}""", "below 0")]
    [InlineData("BTCUSDT", "{}", "Nothing is overridden")]
    [InlineData("BTCUSDT", "null", "")]
    [InlineData("BTCUSDT", "", "")]
    [InlineData("BTCUSDT_260327", """{"funding_rate":0.1}""", "delivery contract")]
    [InlineData("NOPEUSDT", """{"status":"CLOSE"}""", "not listed", HttpStatusCode.NotFound)]
    public async Task Override_that_cannot_be_is_refused_with_what_is_allowed(
        string symbol, string json, string message, HttpStatusCode status = HttpStatusCode.BadRequest)
    {
        await using var host = await PaperExchangeHost.StartAsync();

        using var response = await PutAsync(host, symbol, json);

        response.StatusCode.ShouldBe(status);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        problem.GetProperty("detail").GetString()!.ShouldContain(message);
        (await host.GetJsonAsync("/paper/contracts")).GetArrayLength().ShouldBe(0);
    }

    private static IEnumerable<string?> Symbols(JsonElement rows) => rows.EnumerateArray().Select(row => row.GetProperty("symbol").GetString());

    private static async Task TellAsync(PaperExchangeHost host, string symbol, string json)
    {
        using var response = await PutAsync(host, symbol, json);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
    }

    private static Task<HttpResponseMessage> PutAsync(PaperExchangeHost host, string symbol, string json) =>
        host.Client.PutAsync($"/paper/contracts/{symbol}", new StringContent(json, Encoding.UTF8, "application/json"));
}
