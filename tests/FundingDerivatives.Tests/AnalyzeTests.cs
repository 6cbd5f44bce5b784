using System.Text.Json;
using System.Text.Json.Nodes;
using OmnipotentFutures.FundingDerivatives.Tests.Stub;

namespace OmnipotentFutures.FundingDerivatives.Tests;

public sealed class AnalyzeTests : IAsyncLifetime
{
    private ServiceUnderTest _service = null!;

    public async Task InitializeAsync() => _service = await ServiceUnderTest.StartAsync();

    public async Task DisposeAsync() => await _service.DisposeAsync();

    [Theory]
    [InlineData("symbol", JsonValueKind.String)]
    [InlineData("funding_rate.current", JsonValueKind.Number)]
    [InlineData("funding_rate.status", JsonValueKind.String)]
    [InlineData("funding_rate.warning", JsonValueKind.String)]
    [InlineData("funding_rate.next_funding_time", JsonValueKind.Number)]
    [InlineData("open_interest.value", JsonValueKind.Number)]
    [InlineData("open_interest.timestamp", JsonValueKind.Number)]
    [InlineData("basis.value", JsonValueKind.Number)]
    [InlineData("basis.status", JsonValueKind.String)]
    [InlineData("basis.signal", JsonValueKind.String)]
    [InlineData("basis.spot_price", JsonValueKind.Number)]
    [InlineData("basis.futures_price", JsonValueKind.Number)]
    [InlineData("long_short_ratio.value", JsonValueKind.Number)]
    [InlineData("long_short_ratio.status", JsonValueKind.String)]
    [InlineData("long_short_ratio.signal", JsonValueKind.String)]
    [InlineData("risk_warning", JsonValueKind.String)]
    public async Task Every_field_of_the_briefs_sample_is_there(string path, JsonValueKind kind)
    {
        JsonNode? node = await _service.AnalyzeAsync("BTCUSDT");

        foreach (var name in path.Split('.'))
        {
            node = node!.AsObject().ShouldContainName(name);
        }

        node!.GetValueKind().ShouldBe(kind);
    }

    [Fact]
    public async Task Contract_that_lacks_nothing_has_every_number()
    {
        var report = await _service.AnalyzeAsync("BTCUSDT");

        report.ShouldHaveJson("funding_rate", """
            {"current":0.0156,"status":"BULLISH","level":"NORMAL","warning":"Pozitif funding - Long bias","next_funding_time":1789488000000,
             "interval_hours":8,"interval_source":"funding_info","rate_8h":0.0156,"apr":17.082,
             "last_settled":{"rate":0.006188,"time":1789459200005},"cap":0.3,"floor":-0.3}
            """);
        report.ShouldHaveJson("open_interest", """{"value":106312.376,"timestamp":1789478297197,"value_usdt":8505840579.01}""");
        report.ShouldHaveJson("basis", """
            {"value":0.00625,"status":"NORMAL","signal":"Normal piyasa durumu","spot_price":80000,"futures_price":80005,
             "spot_source":"spot","spot_symbol":"BTCUSDT","spot_multiplier":1,"kind":"perpetual","days_to_expiry":null}
            """);
        report.ShouldHaveJson("long_short_ratio", """
            {"value":1.85,"status":"LONG_HEAVY","signal":"Aşırı long pozisyon - Ters harekette long tasfiye riski (yön tahmini değildir)",
             "long_account":64.91,"short_account":35.09,"timestamp":1789478300000}
            """);
        report.ShouldHaveJson("meta", """
            {"source":"binance","as_of":1789478303000,"stale":false,"model_version":"funding-1","missing_inputs":[],"warnings":[]}
            """);
    }

    [Fact]
    public async Task Contract_of_a_thousand_coins_is_compared_with_a_thousand_spot_coins()
    {
        var report = await _service.AnalyzeAsync("1000PEPEUSDT");

        report.ShouldHaveJson("basis", """
            {"value":0.5,"status":"CONTANGO","signal":"Contango - Vadeli fiyat spotun belirgin üzerinde","spot_price":0.01,"futures_price":0.01005,
             "spot_source":"spot","spot_symbol":"PEPEUSDT","spot_multiplier":1000,"kind":"perpetual","days_to_expiry":null}
            """);
        report["funding_rate"].ShouldHaveJson("current", "0.03");
        report["funding_rate"].ShouldHaveJson("rate_8h", "0.06");
        report["funding_rate"].ShouldHaveJson("apr", "65.7");
        report["funding_rate"].ShouldHaveJson("status", "\"EXTREME_BULLISH\"");
        report["funding_rate"].ShouldHaveJson("level", "\"EXTREME\"");
        report["funding_rate"].ShouldHaveJson("last_settled", "null");
    }

    [Fact]
    public async Task Usdc_contract_is_compared_with_usdc_spot_and_valued_in_usdt()
    {
        var report = await _service.AnalyzeAsync("ETHUSDC");

        report["basis"].ShouldHaveJson("spot_symbol", "\"ETHUSDC\"");
        report["open_interest"].ShouldHaveJson("value_usdt", "2501250");
        report["funding_rate"].ShouldHaveJson("interval_hours", "8");
        report["funding_rate"].ShouldHaveJson("interval_source", "\"assumed\"");
        report["funding_rate"].ShouldHaveJson("cap", "null");
        report.Codes().ShouldBe(["funding_info_missing", "last_settled_missing", "funding_interval_assumed", "long_short_ratio_missing"]);
        report.MissingInputs().ShouldBe(["funding_info", "last_settled", "long_short_ratio"]);
    }

    [Fact]
    public async Task Interval_without_a_published_rule_is_inferred_from_settlements()
    {
        _service.Exchange.Set($"{BinanceSamples.FundingRate} ETHUSDC", """
            [{"symbol":"ETHUSDC","fundingTime":1789444800002,"fundingRate":"0.0001","markPrice":""},
             {"symbol":"ETHUSDC","fundingTime":1789459200000,"fundingRate":"-0.0002","markPrice":"2500","rateType":"Regular"},
             {"symbol":"ETHUSDC","fundingTime":1789462800000,"fundingRate":"0.5","markPrice":"2500","rateType":"Special"}]
            """);

        var funding = (await _service.AnalyzeAsync("ETHUSDC"))["funding_rate"];

        funding.ShouldHaveJson("interval_hours", "4");
        funding.ShouldHaveJson("interval_source", "\"inferred\"");
        funding.ShouldHaveJson("rate_8h", "-0.024");
        funding.ShouldHaveJson("status", "\"EXTREME_BEARISH\"");
        funding.ShouldHaveJson("last_settled", """{"rate":-0.02,"time":1789459200000}""");
    }

    [Fact]
    public async Task Contract_without_spot_and_book_has_the_index_and_the_mark_price()
    {
        var report = await _service.AnalyzeAsync("TSLAUSDT");

        report.ShouldHaveJson("basis", """
            {"value":0.25,"status":"NORMAL","signal":"Normal piyasa durumu","spot_price":400,"futures_price":401,
             "spot_source":"index","spot_symbol":null,"spot_multiplier":null,"kind":"perpetual","days_to_expiry":null}
            """);
        report.Codes().ShouldContain("spot_missing");
        report.Codes().ShouldContain("futures_book_missing");
        report.MissingInputs().ShouldContain("spot_price");
        // A rate of zero of a contract that trades is a rate.
        report["funding_rate"].ShouldHaveJson("current", "0");
        report["funding_rate"].ShouldHaveJson("status", "\"NEUTRAL\"");
    }

    [Fact]
    public async Task Spot_pair_priced_unlike_the_index_is_not_the_spot_leg()
    {
        _service.Exchange.SetPremium("BTCUSDT", mark: "95000", index: "90000", rate: "0.0001", next: 1_789_488_000_000);

        var report = await _service.AnalyzeAsync("BTCUSDT");

        report["basis"].ShouldHaveJson("spot_price", "90000");
        report["basis"].ShouldHaveJson("spot_source", "\"index\"");
        report.Codes().ShouldBe(["spot_mismatch"]);
    }

    [Fact]
    public async Task Settling_contract_has_no_rate_no_time_and_no_open_interest()
    {
        var report = await _service.AnalyzeAsync("COMMONUSDT");

        report["funding_rate"].ShouldHaveJson("current", "null");
        report["funding_rate"].ShouldHaveJson("rate_8h", "null");
        report["funding_rate"].ShouldHaveJson("apr", "null");
        report["funding_rate"].ShouldHaveJson("level", "null");
        report["funding_rate"].ShouldHaveJson("status", "\"UNKNOWN\"");
        report["funding_rate"].ShouldHaveJson("next_funding_time", "null");
        report.ShouldHaveJson("open_interest", "null");
        report.ShouldHaveJson("long_short_ratio", "null");
        report.Codes().ShouldBe([
            "not_trading", "funding_rate_missing", "funding_info_missing", "last_settled_missing", "funding_interval_assumed",
            "open_interest_missing", "spot_missing", "futures_book_missing", "long_short_ratio_missing"]);
        report.MissingInputs().ShouldBe([
            "funding_rate", "funding_info", "last_settled", "open_interest", "spot_price", "futures_book", "long_short_ratio"]);
    }

    [Fact]
    public async Task Contract_the_exchange_refuses_to_price_leaves_gaps_and_does_not_fail()
    {
        _service.Exchange.Set($"{BinanceSamples.PremiumIndex} COMMONUSDT", BinanceSamples.NotTrading, 400);

        var report = await _service.AnalyzeAsync("COMMONUSDT");

        report.ShouldHaveJson("basis", "null");
        report["funding_rate"].ShouldHaveJson("current", "null");
        report.Codes().ShouldContain("basis_missing");
    }

    [Fact]
    public async Task Old_ratio_of_a_contract_is_no_ratio()
    {
        _service.Exchange.Set($"{BinanceSamples.LongShortRatio} COMMONUSDT", $$"""
            [{"symbol":"COMMONUSDT","longAccount":"0.5","longShortRatio":"1.0","shortAccount":"0.5","timestamp":{{BinanceSamples.Time - 90_000_000}}}]
            """);

        (await _service.AnalyzeAsync("COMMONUSDT")).ShouldHaveJson("long_short_ratio", "null");
    }

    [Fact]
    public async Task Delivery_contract_has_a_basis_to_expiry_and_no_funding()
    {
        var report = await _service.AnalyzeAsync("BTCUSDT_261225");

        report.ShouldHaveJson("funding_rate", "null");
        report.ShouldHaveJson("basis", """
            {"value":1,"status":"CONTANGO","signal":"Contango - Vadeli fiyat spotun belirgin üzerinde","spot_price":80000,"futures_price":80800,
             "spot_source":"spot","spot_symbol":"BTCUSDT","spot_multiplier":1,"kind":"delivery","days_to_expiry":10}
            """);
        report.Codes()[0].ShouldBe("funding_not_applicable");
        _service.Exchange.CallsOf(BinanceSamples.FundingRate).ShouldBe(0);
    }

    [Fact]
    public async Task Symbol_that_is_not_ascii_is_analysed()
    {
        var report = await _service.AnalyzeAsync("币安人生USDT");

        report.ShouldHaveJson("symbol", "\"币安人生USDT\"");
        report["funding_rate"].ShouldHaveJson("current", "0.005");
        _service.Exchange.Calls.ShouldContain("/fapi/v1/premiumIndex?symbol=币安人生USDT");
    }

    [Fact]
    public async Task Texts_are_turkish_unless_english_is_asked_for()
    {
        (await _service.AnalyzeAsync("BTCUSDT"))["basis"].ShouldHaveJson("signal", "\"Normal piyasa durumu\"");

        var english = await _service.AnalyzeAsync("ETHUSDC", "en");
        english["funding_rate"].ShouldHaveJson("warning", "\"Negative funding - Short bias\"");
        english["meta"]!["warnings"]![0].ShouldHaveJson("message", "\"The exchange publishes no funding rules for this contract: cap and floor are not known.\"");

        using var request = new HttpRequestMessage(HttpMethod.Get, "/analyze/BTCUSDT");
        request.Headers.AcceptLanguage.ParseAdd("en-GB, tr;q=0.5");
        using var response = await _service.Http.SendAsync(request);
        (await response.Content.ReadAsStringAsync()).ShouldContain("Positive funding - Long bias");
    }

    [Fact]
    public async Task Batch_answers_in_order_and_a_bad_symbol_fails_alone()
    {
        using var body = new StringContent("""{"symbols":["ETHUSDC","NOSUCH","BTC/USDT","%%","ethusdc"]}""", System.Text.Encoding.UTF8, "application/json");
        using var response = await _service.Http.PostAsync("/batch", body);
        var batch = JsonNode.Parse(await response.Content.ReadAsStringAsync())!["data"]!;

        batch.ShouldHaveJson("count", "4");
        batch.ShouldHaveJson("succeeded", "2");
        batch.ShouldHaveJson("failed", "2");
        batch["results"]!.AsArray().Select(result => result!["symbol"]!.GetValue<string>()).ShouldBe(["ETHUSDC", "NOSUCH", "BTCUSDT", "%%"]);
        batch["results"]![1]!["error"].ShouldHaveJson("code", "\"unknown_symbol\"");
        batch["results"]![3]!["error"].ShouldHaveJson("code", "\"invalid_symbol\"");
        batch["results"]![2]!["data"]!["funding_rate"].ShouldHaveJson("status", "\"BULLISH\"");
        _service.Exchange.CallsOf(BinanceSamples.SpotBooks).ShouldBe(1);
        _service.Exchange.CallsOf(BinanceSamples.FuturesBooks).ShouldBe(1);
        _service.Exchange.CallsOf(BinanceSamples.FundingInfo).ShouldBe(1);
    }

    [Fact]
    public async Task Inputs_are_asked_for_side_by_side()
    {
        _service.Exchange.HoldUntilAllAsked(BinanceSamples.AllInputs);

        // One input asked for after another's answer would wait for ever, that is until the service's own limit.
        var report = await _service.AnalyzeAsync("BTCUSDT");

        report.MissingInputs().ShouldBeEmpty();
    }

    [Fact]
    public async Task Swagger_describes_the_report()
    {
        var document = JsonNode.Parse(await _service.Http.GetStringAsync("/swagger/v1/swagger.json"))!;

        var schemas = document["components"]!["schemas"]!;
        schemas["FundingRateReport"]!["properties"]!["rate_8h"]!["description"]!.GetValue<string>().ShouldContain("over 8 hours, percent");
        schemas["FundingStatus"]!["enum"]!.AsArray().Select(name => name!.GetValue<string>())
            .ShouldBe(["UNKNOWN", "NEUTRAL", "BULLISH", "BEARISH", "EXTREME_BULLISH", "EXTREME_BEARISH"]);
        document["paths"]!.AsObject().Select(path => path.Key).ShouldBe(["/analyze/{symbol}", "/batch", "/history/{symbol}", "/screener", "/extremes"]);
    }

    [Fact]
    public async Task Health_names_the_service()
    {
        var health = JsonNode.Parse(await _service.Http.GetStringAsync("/health"))!;

        health.ShouldHaveJson("service", "\"funding-derivatives\"");
        FundingDerivativesService.Identity.Port.ShouldBe(5014);
    }
}
