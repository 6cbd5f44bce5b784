using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using OmnipotentFutures.FundingDerivatives.Tests.Stub;
using static OmnipotentFutures.FundingDerivatives.Tests.Stub.BinanceSamples;

namespace OmnipotentFutures.FundingDerivatives.Tests.History;

public sealed class HistoryTests : IAsyncLifetime
{
    private const string OpenInterestHistory = "/futures/data/openInterestHist";
    private const string Basis = "/futures/data/basis";
    private const long Hour = 3_600_000;
    private const long LastHour = Time - (Time % Hour);

    private readonly FakeTimeProvider _clock = new(DateTimeOffset.FromUnixTimeMilliseconds(Time));
    private ServiceUnderTest _service = null!;

    public async Task InitializeAsync() => _service = await ServiceUnderTest.StartAsync(_clock);

    public async Task DisposeAsync() => await _service.DisposeAsync();

    [Theory]
    [InlineData("/history/BTCUSDT")]
    [InlineData("/history/btc/usdt?metric=funding")]
    [InlineData("/history/BTC%2FUSDT?metric=funding&limit=1000")]
    public async Task Funding_is_the_settlements_that_were_paid(string path)
    {
        _service.Exchange.Set($"{FundingRate} BTCUSDT", """
            [{"symbol":"BTCUSDT","fundingTime":1789459200005,"fundingRate":"0.00006188","markPrice":"76907.97183333","rateType":"Regular"},
             {"symbol":"BTCUSDT","fundingTime":1789430400000,"fundingRate":"0.00003563","markPrice":""},
             {"symbol":"BTCUSDT","fundingTime":1789459200005,"fundingRate":"0.5","markPrice":"1","rateType":"Special"},
             {"symbol":"BTCUSDT","fundingTime":1789473600000,"fundingRate":"-0.00010000","markPrice":"77000","rateType":"Regular"}]
            """);

        var data = await GetAsync(path);

        data.ShouldHaveJson("symbol", "\"BTCUSDT\"");
        data.ShouldHaveJson("metric", "\"funding\"");
        data.ShouldHaveJson("period", "null");
        data.ShouldHaveJson("points", """
            [{"time":1789430400000,"rate":0.003563,"rate_8h":0.003563,"mark_price":null},
             {"time":1789459200000,"rate":0.006188,"rate_8h":0.006188,"mark_price":76907.97183333},
             {"time":1789473600000,"rate":-0.01,"rate_8h":-0.02,"mark_price":77000}]
            """);
        data.ShouldHaveJson("status", "\"ok\"");
        data.ShouldHaveJson("code", "null");
        data.ShouldHaveJson("as_of", "1789473600000");
        data.ShouldHaveJson("age_seconds", "4703");
        data.ShouldHaveJson("meta", """
            {"source":"binance","as_of":1789473600000,"stale":false,"model_version":"history-1","missing_inputs":[],"warnings":[]}
            """);
        data["risk_warning"]!.GetValue<string>().ShouldNotBeEmpty();
        data["points"]![0]!.AsObject().Select(member => member.Key).First().ShouldBe("time");
    }

    [Fact]
    public async Task Open_interest_is_in_contracts_and_usdt()
    {
        _service.Exchange.Set($"{OpenInterestHistory} BTCUSDT", $$"""
            [{"symbol":"BTCUSDT","sumOpenInterest":"106289.69300000","sumOpenInterestValue":"8175197334.30990000","CMCCirculatingSupply":"20084481.0","timestamp":{{LastHour}}},
             {"symbol":"BTCUSDT","sumOpenInterest":"100.0","sumOpenInterestValue":"","timestamp":"{{LastHour - Hour}}"}]
            """);

        var data = await GetAsync("/history/BTCUSDT?metric=open_interest");

        data.ShouldHaveJson("period", "\"1h\"");
        data.ShouldHaveJson("points", $$"""
            [{"time":{{LastHour - Hour}},"contracts":100,"value_usdt":null,"value_quote":null},
             {"time":{{LastHour}},"contracts":106289.693,"value_usdt":8175197334.3099,"value_quote":8175197334.3099}]
            """);
        _service.Exchange.Calls.ShouldContain($"{OpenInterestHistory}?symbol=BTCUSDT&period=1h&limit=500");
    }

    [Fact]
    public async Task Open_interest_of_another_quote_asset_is_not_called_usdt()
    {
        _service.Exchange.Set($"{OpenInterestHistory} ETHUSDC", $$"""[{"symbol":"ETHUSDC","sumOpenInterest":"2","sumOpenInterestValue":"5000","timestamp":{{LastHour}}}]""");

        var data = await GetAsync("/history/ETHUSDC?metric=open_interest");

        data["points"]![0].ShouldBeJson($$"""{"time":{{LastHour}},"contracts":2,"value_usdt":null,"value_quote":5000}""");
        data.Codes().ShouldBe(["value_usdt_missing"]);
        data.ShouldHaveJson("status", "\"ok\"");
    }

    [Theory]
    [InlineData("BTCUSDT", "PERPETUAL")]
    [InlineData("BTCUSDT_261225", "CURRENT_QUARTER")]
    public async Task Basis_is_of_the_contracts_own_type_and_not_rounded(string symbol, string type)
    {
        _service.Exchange.Set(Basis, $$"""
            [{"indexPrice":"80000.00","contractType":"{{type}}","basisRate":"-0.0006","futuresPrice":"79950.00","annualizedBasisRate":"","basis":"-50","pair":"BTCUSDT","timestamp":{{LastHour}}},
             {"indexPrice":"0","contractType":"{{type}}","basisRate":"","futuresPrice":"79950.00","annualizedBasisRate":"","basis":"","pair":"BTCUSDT","timestamp":{{LastHour - Hour}}}]
            """);

        var data = await GetAsync($"/history/{symbol}?metric=basis&period=1h&limit=500");

        data.ShouldHaveJson("points", $$"""
            [{"time":{{LastHour - Hour}},"basis":null,"futures_price":79950,"index_price":null},
             {"time":{{LastHour}},"basis":-0.0625,"futures_price":79950,"index_price":80000}]
            """);
        _service.Exchange.Calls.ShouldContain($"{Basis}?pair=BTCUSDT&contractType={type}&period=1h&limit=500");
    }

    [Fact]
    public async Task Basis_of_a_stock_is_not_applicable_and_not_asked_for_twice()
    {
        _service.Exchange.Set(Basis, """{"msg":"Invalid contract type","code":-4104}""", 400);

        await GetAsync("/history/TSLAUSDT?metric=basis");
        var data = await GetAsync("/history/TSLAUSDT?metric=basis&lang=en");

        data.ShouldHaveJson("status", "\"not_applicable\"");
        data.ShouldHaveJson("code", "\"basis_not_applicable\"");
        data.ShouldHaveJson("points", "[]");
        data.ShouldHaveJson("as_of", "null");
        data.ShouldHaveJson("age_seconds", "null");
        data["meta"]!["warnings"]![0].ShouldHaveJson("message", "\"The exchange keeps no history of the basis of this kind of contract.\"");
        _service.Exchange.CallsOf(Basis).ShouldBe(1);
    }

    [Fact]
    public async Task Long_short_is_the_ratio_of_accounts_and_their_shares()
    {
        _service.Exchange.Set($"{LongShortRatio} BTCUSDT", $$"""
            [{"symbol":"BTCUSDT","longAccount":"0.6491","longShortRatio":"1.8500","shortAccount":"0.3509","timestamp":"{{Time - 3_000}}"}]
            """);

        var data = await GetAsync("/history/BTCUSDT?metric=long_short&period=5m");

        data.ShouldHaveJson("metric", "\"long_short\"");
        data.ShouldHaveJson("points", $$"""[{"time":{{Time - 3_000}},"global_accounts":1.85,"long_account":64.91,"short_account":35.09}]""");
        data.ShouldHaveJson("age_seconds", "3");
    }

    [Fact]
    public async Task Funding_of_a_delivery_contract_is_not_applicable_and_costs_no_call()
    {
        var data = await GetAsync("/history/BTCUSDT_261225");

        data.ShouldHaveJson("status", "\"not_applicable\"");
        data.ShouldHaveJson("code", "\"funding_not_applicable\"");
        data.ShouldHaveJson("points", "[]");
        _service.Exchange.CallsOf(FundingRate).ShouldBe(0);
    }

    [Theory]
    [InlineData("币安人生USDT", "long_short")]
    [InlineData("币安人生USDT", "funding")]
    [InlineData("1000PEPEUSDT", "funding")]
    public async Task Contract_that_the_exchange_keeps_nothing_of_has_no_points(string symbol, string metric)
    {
        var data = await GetAsync($"/history/{symbol}?metric={metric}");

        data.ShouldHaveJson("symbol", $"\"{symbol}\"");
        data.ShouldHaveJson("status", "\"missing\"");
        data.ShouldHaveJson("code", "\"history_missing\"");
        data.ShouldHaveJson("points", "[]");
        data.MissingInputs().ShouldBe(["history"]);
    }

    [Fact]
    public async Task Contract_that_settles_has_its_old_points_and_says_so()
    {
        _service.Exchange.Set($"{OpenInterestHistory} COMMONUSDT", $$"""[{"symbol":"COMMONUSDT","sumOpenInterest":"2","sumOpenInterestValue":"5","timestamp":{{LastHour - (50 * Hour)}}}]""");

        var data = await GetAsync("/history/COMMONUSDT?metric=open_interest");

        data.ShouldHaveJson("status", "\"stale\"");
        data.ShouldHaveJson("code", "\"history_not_updated\"");
        data.Codes().ShouldBe(["not_trading", "history_not_updated"]);
        data["points"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task Contract_that_settles_and_is_refused_has_none()
    {
        _service.Exchange.Set($"{OpenInterestHistory} COMMONUSDT", NotTrading, 400);

        (await GetAsync("/history/COMMONUSDT?metric=open_interest")).ShouldHaveJson("status", "\"missing\"");
    }

    [Fact]
    public async Task Newest_points_are_given_oldest_first_and_any_number_costs_one_call()
    {
        _service.Exchange.Set($"{LongShortRatio} BTCUSDT", $"[{string.Join(',', Enumerable.Range(0, 500).Select(i => $$"""
            {"symbol":"BTCUSDT","longAccount":"0.5","longShortRatio":"{{i}}","shortAccount":"0.5","timestamp":{{LastHour - (i * Hour)}}}
            """))}]");

        var three = await GetAsync("/history/BTCUSDT?metric=long_short&limit=3");
        var all = await GetAsync("/history/BTCUSDT?metric=long_short");

        three["points"]!.AsArray().Select(point => point!["global_accounts"]!.GetValue<int>()).ShouldBe([2, 1, 0]);
        all["points"]!.AsArray().Count.ShouldBe(500);
        _service.Exchange.CallsOf(LongShortRatio).ShouldBe(1);
    }

    [Fact]
    public async Task History_is_read_again_when_its_next_point_is_out()
    {
        // 25 minutes to the full hour, and 15 seconds until its reading is out.
        var toNext = TimeSpan.FromMilliseconds(LastHour + Hour - Time);
        await GetAsync("/history/BTCUSDT?metric=long_short&period=1h");
        _clock.Advance(toNext + TimeSpan.FromSeconds(14));
        await GetAsync("/history/BTCUSDT?metric=long_short&period=1h");
        _service.Exchange.CallsOf(LongShortRatio).ShouldBe(1);

        _clock.Advance(TimeSpan.FromSeconds(2));
        await GetAsync("/history/BTCUSDT?metric=long_short&period=1h");
        _service.Exchange.CallsOf(LongShortRatio).ShouldBe(2);
    }

    [Fact]
    public async Task Last_known_points_are_stale_while_the_exchange_fails()
    {
        _service.Exchange.Set($"{LongShortRatio} BTCUSDT", $$"""[{"symbol":"BTCUSDT","longAccount":"0.5","longShortRatio":"1","shortAccount":"0.5","timestamp":{{LastHour}}}]""");
        await GetAsync("/history/BTCUSDT?metric=long_short&period=5m");
        _service.Exchange.Set($"{LongShortRatio} BTCUSDT", "<html>", type: "text/html");
        _clock.Advance(TimeSpan.FromMinutes(5));

        var data = await GetAsync("/history/BTCUSDT?metric=long_short&period=5m");

        data.ShouldHaveJson("status", "\"stale\"");
        data["meta"].ShouldHaveJson("stale", "true");
        data["points"]!.AsArray().Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("metric=price", "metric is not one of ours: use funding, open_interest, basis or long_short.")]
    [InlineData("metric=", "metric is not one of ours")]
    [InlineData("metric=Funding", "metric is not one of ours")]
    [InlineData("metric=basis&metric=basis", "metric is given more than once")]
    [InlineData("metric=basis&period=1m", "period is not one of ours: use 5m, 15m, 30m, 1h, 2h, 4h, 6h, 12h or 1d.")]
    [InlineData("metric=basis&period=", "period is not one of ours")]
    [InlineData("metric=basis&period=8h", "period is not one of ours")]
    [InlineData("period=1h", "period does not apply to funding")]
    [InlineData("metric=funding&period=", "period does not apply to funding")]
    [InlineData("limit=0", "limit is not a whole number from 1 to 1000.")]
    [InlineData("limit=1001", "limit is not a whole number from 1 to 1000.")]
    [InlineData("metric=open_interest&limit=501", "limit is not a whole number from 1 to 500.")]
    [InlineData("metric=long_short&limit=-5", "limit is not a whole number from 1 to 500.")]
    [InlineData("metric=basis&limit=NaN", "limit is not a whole number from 1 to 500.")]
    [InlineData("limit=%D9%A1", "limit is not a whole number")]
    [InlineData("lang=de", "lang is not a language of ours")]
    public async Task Mistake_is_an_invalid_request_that_says_what_is_allowed(string query, string sentence)
    {
        var problem = await FailAsync($"/history/BTCUSDT?{query}", HttpStatusCode.BadRequest, "invalid_request");

        problem["detail"]!.GetValue<string>().ShouldStartWith(sentence);
        _service.Exchange.Calls.Count(call => call.Contains("/futures/data/")).ShouldBe(0);
    }

    [Theory]
    [InlineData("/history/", HttpStatusCode.BadRequest, "invalid_symbol")]
    [InlineData("/history/%25%25", HttpStatusCode.BadRequest, "invalid_symbol")]
    [InlineData("/history/BTC", HttpStatusCode.NotFound, "unknown_symbol")]
    public async Task Symbol_that_is_none_fails_as_everywhere(string path, HttpStatusCode status, string code)
    {
        var problem = await FailAsync(path, status, code);
        if (status == HttpStatusCode.NotFound)
        {
            problem["closest_symbols"]!.AsArray().Select(symbol => symbol!.GetValue<string>()).ShouldContain("BTCUSDT");
        }
    }

    [Theory]
    [InlineData(503, HttpStatusCode.BadGateway, "upstream_unavailable")]
    [InlineData(451, HttpStatusCode.ServiceUnavailable, "upstream_restricted_location")]
    public async Task History_that_cannot_be_read_fails_with_the_cause(int status, HttpStatusCode answered, string code)
    {
        await using var service = await ServiceUnderTest.StartAsync();
        service.Exchange.Set($"{FundingRate} BTCUSDT", """{"code":-1000,"msg":"No."}""", status);
        service.Exchange.Set($"{LongShortRatio} BTCUSDT", """{"code":-1000,"msg":"No."}""", status);

        foreach (var metric in new[] { "funding", "long_short" })
        {
            using var response = await service.Http.GetAsync($"/history/BTCUSDT?metric={metric}");
            response.StatusCode.ShouldBe(answered);
            JsonNode.Parse(await response.Content.ReadAsStringAsync()).ShouldHaveJson("code", $"\"{code}\"");
        }
    }

    [Fact]
    public async Task Swagger_shows_the_parameters()
    {
        var operation = JsonNode.Parse(await _service.Http.GetStringAsync("/swagger/v1/swagger.json"))!["paths"]!["/history/{symbol}"]!["get"]!;

        var parameters = operation["parameters"]!.AsArray();
        parameters.Select(parameter => parameter!["name"]!.GetValue<string>()).ShouldBe(["symbol", "metric", "period", "limit"]);
        parameters.Skip(1).ShouldAllBe(parameter => parameter!["description"]!.GetValue<string>().Length > 10);
    }

    private async Task<JsonNode> GetAsync(string path)
    {
        using var response = await _service.Http.GetAsync(path);
        var body = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        response.StatusCode.ShouldBe(HttpStatusCode.OK, body.ToJsonString());
        body.ShouldHaveJson("success", "true");
        return body["data"]!;
    }

    private async Task<JsonNode> FailAsync(string path, HttpStatusCode status, string code)
    {
        using var response = await _service.Http.GetAsync(path);
        var body = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        response.StatusCode.ShouldBe(status, body.ToJsonString());
        body.ShouldHaveJson("code", $"\"{code}\"");
        body.ShouldHaveJson("success", "false");
        return body;
    }
}
