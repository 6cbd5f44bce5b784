using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using OmnipotentFutures.FundingDerivatives.Tests.Stub;

namespace OmnipotentFutures.FundingDerivatives.Tests;

public sealed class AnalyzeTests : IAsyncLifetime
{
    private ServiceUnderTest _service = null!;

    public async Task InitializeAsync() => _service = await ServiceUnderTest.StartAsync(new FakeTimeProvider(DateTimeOffset.FromUnixTimeMilliseconds(BinanceSamples.Time)));

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

        // 19,103 of 28,800 seconds are 3,820 of 5,760 samples: 3,820 x 3,821 / (5,760 x 5,761) = 43.99 % fixed. The estimate of 0.0156 % tells an average
        // premium of 0.0656 %; with -0.03 % for the rest it ends at 0.0121 %, within 0.05 % of the interest of 0.01 %: the baseline.
        // Of 90 settlements one is 0.006188 %, 29 are 0.005 % and 60 are 0.01 %: 0.751188 %.
        report["funding_rate"].ShouldBeJson("""
            {"current":0.0156,"status":"BULLISH","level":"NORMAL","level_reasons":[],"warning":"Pozitif funding - Long bias","next_funding_time":1789488000000,
             "interval_hours":8,"interval_source":"funding_info","interval_change":null,"rate_8h":0.0156,"apr":17.082,
             "last_settled":{"rate":0.006188,"time":1789459200005},"cap":0.3,"floor":-0.3,"cap_utilisation":5.2,
             "interval_risk":{"status":"NONE","reason":"Oran sınırdan uzak","calm_settlements":null,"calm_needed":16,"calm_rate":0.025},
             "estimate_fixed":43.99,"projected":{"low":0.01,"high":0.01,"premium":-0.03},
             "realised":[{"days":1,"rate":0.026188,"settlements":3,"complete":true},{"days":3,"rate":0.076188,"settlements":9,"complete":true},
               {"days":7,"rate":0.176188,"settlements":21,"complete":true},{"days":30,"rate":0.751188,"settlements":90,"complete":true}],
             "streak":{"side":"LONGS_PAY","settlements":300,"since":1780848000000,"at_least":true},
             "standings":[{"days":30,"percentile":100,"robust_z":null,"n":90},{"days":90,"percentile":100,"robust_z":null,"n":270}],
             "evidence":[]}
            """, "countdown_seconds");
        report["funding_rate"]!["countdown_seconds"]!.GetValue<decimal>().ShouldBe(9_697);
        report.ShouldHaveJson("alerts", "[]");
        report.ShouldHaveJson("meta", """
            {"source":"binance","as_of":1789478303000,"stale":false,"model_version":"funding-2","missing_inputs":[],"warnings":[]}
            """);
    }

    [Fact]
    public async Task Open_interest_has_its_changes_between_readings_in_contracts_and_in_usdt()
    {
        var openInterest = (await _service.AnalyzeAsync("BTCUSDT"))["open_interest"]!;

        openInterest.ShouldHaveJson("value", "106312.376");
        openInterest.ShouldHaveJson("timestamp", "1789478297197");
        openInterest.ShouldHaveJson("value_usdt", "8505840579.01");
        openInterest["changes"]!.AsArray().Select(change => change!["window"]!.GetValue<string>()).ShouldBe(["5m", "15m", "1h", "4h", "24h", "7d"]);

        // 24 hours are 288 readings of 10 contracts: 106,300 after 103,420, and 79,992 after 79,200 USDT each. Over 4 days of 2-hourly readings
        // (348 pairs) no change came near.
        openInterest["changes"]!.AsArray()[4].ShouldBeJson("""
            {"window":"24h","from":1789391700000,"to":1789478100000,"contracts":2880,"contracts_percent":2.784761,"usdt":312285600,"usdt_percent":3.812609,
             "price_percent":1,"standing":{"percentile":100,"robust_z":null,"n":348}}
            """, "robust_z");
        // Seven days back the nearest reading is the 2-hourly one 45 minutes from it, 83 steps of 20 contracts ago.
        openInterest["changes"]!.AsArray()[5].ShouldHaveJson("from", "1788876000000");
        openInterest["changes"]!.AsArray()[5].ShouldHaveJson("contracts", "1660");
        openInterest["changes"]!.AsArray()[5].ShouldHaveJson("usdt", "215661600");

        // 359 of 360 are lower and one is equal: 359.5 / 360.
        openInterest["standing"].ShouldHaveJson("percentile", "99.86");
        openInterest.ShouldHaveJson("range_30d", """{"low":99120,"high":106312.376,"position":100}""");
        // 106,312.376 over 24 hours of 10,000; over 20,000,000 coins.
        openInterest.ShouldHaveJson("to_volume_24h", "0.443");
        openInterest.ShouldHaveJson("to_market_cap", "0.531562");
        openInterest.ShouldHaveJson("quadrant", """
            {"window":"24h","status":"PRICE_UP_OI_UP","signal":"Fiyat yükseldi, açık pozisyon arttı - Yeni pozisyonlar açıldı (yön tahmini değildir)",
             "price_percent":1,"contracts_percent":2.784761}
            """);
    }

    [Fact]
    public async Task Open_interest_of_now_is_replaced_by_the_last_reading_when_it_cannot_be_read()
    {
        _service.Exchange.Set($"{BinanceSamples.OpenInterest} BTCUSDT", "<html>", type: "text/html");

        var report = await _service.AnalyzeAsync("BTCUSDT");

        report["open_interest"].ShouldHaveJson("value", "106300");
        report["open_interest"].ShouldHaveJson("timestamp", "1789478100000");
        report.Codes().ShouldBe(["open_interest_from_history"]);
    }

    [Fact]
    public async Task Basis_has_both_legs_both_ways_and_its_own_band()
    {
        // Middle of 80,004 and 80,006 over that of 79,999 and 80,001. Bought and sold at once: 80,004 / 80,001 - 1 and 79,999 / 80,006 - 1.
        // The band: 2 x 1.4826 x 0.05 %. Of 98 readings 59 are lower (-0.1, -0.05 and 0 in turn).
        (await _service.AnalyzeAsync("BTCUSDT")).ShouldHaveJson("basis", """
            {"value":0.00625,"status":"NORMAL","signal":"Normal piyasa durumu","spot_price":80000,"futures_price":80005,
             "spot_source":"spot","spot_symbol":"BTCUSDT","spot_multiplier":1,"index_price":80000,"index_basis":0.00625,
             "executable":{"buy_spot_sell_futures":0.00375,"sell_spot_buy_futures":-0.008749},
             "dead_band":0.14826,"dead_band_source":"own_history","standing":{"percentile":60.2,"robust_z":0.08,"n":98},
             "kind":"perpetual","days_to_expiry":null,"annualised":null}
            """);
    }

    [Fact]
    public async Task Positioning_has_four_counts_and_the_distance_between_two()
    {
        var report = await _service.AnalyzeAsync("BTCUSDT");

        report.ShouldHaveJson("long_short_ratio", """
            {"value":1.8498,"status":"LONG_HEAVY","signal":"Long hesaplar ağırlıkta - Ters harekette long likidasyon riski (yön tahmini değildir)",
             "long_account":64.91,"short_account":35.09,"standing":{"percentile":100,"robust_z":1.45,"n":499},"timestamp":1789477200000}
            """);
        var positioning = report["positioning"]!;
        positioning["global_accounts"].ShouldHaveJson("ratio", "1.8498");
        positioning.ShouldHaveJson("top_accounts", """
            {"ratio":1.5,"long":60,"short":40,"standing":{"percentile":50,"robust_z":null,"n":499},"timestamp":1789477200000}
            """);
        positioning["top_positions"].ShouldHaveJson("long", "52.91");
        positioning.ShouldHaveJson("taker", """
            {"ratio":1.5,"buy_volume":6000,"sell_volume":4000,"standing":{"percentile":100,"robust_z":null,"n":499},"timestamp":1789473600000}
            """);
        // 52.91 - 64.91 points where it was 64.00 - 64.91 all the time.
        positioning.ShouldHaveJson("divergence", """
            {"value":-12,"status":"TOP_MORE_SHORT","signal":"Büyük hesapların pozisyonları kalabalığa göre alışılmadık ölçüde short (yön tahmini değildir)",
             "standing":{"percentile":0,"robust_z":null,"n":499}}
            """);
    }

    [Fact]
    public async Task Every_block_says_how_old_it_is()
    {
        var blocks = (await _service.AnalyzeAsync("BTCUSDT"))["blocks"]!.AsObject();

        blocks.Select(block => block.Key).ShouldBe([
            "funding_rate", "funding_history", "open_interest", "open_interest_history", "basis", "basis_history", "long_short_ratio", "top_accounts",
            "top_positions", "taker"]);
        blocks.ShouldAllBe(block => block.Value!["status"]!.GetValue<string>() == "ok" && block.Value["reason"] == null && block.Value["code"] == null);
        blocks["open_interest_history"].ShouldHaveJson("as_of", "1789478100000");
        blocks["open_interest_history"]!["age_seconds"]!.GetValue<decimal>().ShouldBe(203);
    }

    [Fact]
    public async Task Contract_of_a_thousand_coins_is_compared_with_a_thousand_spot_coins()
    {
        var report = await _service.AnalyzeAsync("1000PEPEUSDT");

        report.ShouldHaveJson("basis", """
            {"value":0.5,"status":"CONTANGO","signal":"Contango - Vadeli fiyat spotun üzerinde","spot_price":0.01,"futures_price":0.01005,
             "spot_source":"spot","spot_symbol":"PEPEUSDT","spot_multiplier":1000,"index_price":0.01,"index_basis":0.5,
             "executable":{"buy_spot_sell_futures":0.2997,"sell_spot_buy_futures":-0.695825},
             "dead_band":0.25,"dead_band_source":"fallback","standing":null,"kind":"perpetual","days_to_expiry":null,"annualised":null}
            """);
        report["funding_rate"].ShouldHaveJson("current", "0.03");
        report["funding_rate"].ShouldHaveJson("rate_8h", "0.06");
        report["funding_rate"].ShouldHaveJson("apr", "65.7");
        // Without settlements nothing is called extreme.
        report["funding_rate"].ShouldHaveJson("status", "\"BULLISH\"");
        report["funding_rate"].ShouldHaveJson("level", "\"INSUFFICIENT_HISTORY\"");
        report["funding_rate"].ShouldHaveJson("level_reasons", """["insufficient_history"]""");
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
        report.Codes().ShouldBe([
            "funding_info_missing", "last_settled_missing", "funding_interval_assumed", "open_interest_history_missing", "basis_history_missing",
            "long_short_ratio_missing", "top_accounts_missing", "top_positions_missing", "taker_missing"]);
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
        funding.ShouldHaveJson("status", "\"BEARISH\"");
        funding.ShouldHaveJson("last_settled", """{"rate":-0.02,"time":1789459200000}""");
    }

    [Fact]
    public async Task Contract_without_spot_and_book_has_the_index_and_the_mark_price()
    {
        var report = await _service.AnalyzeAsync("TSLAUSDT");

        report.ShouldHaveJson("basis", """
            {"value":0.25,"status":"NORMAL","signal":"Normal piyasa durumu","spot_price":400,"futures_price":401,
             "spot_source":"index","spot_symbol":null,"spot_multiplier":null,"index_price":400,"index_basis":0.25,"executable":null,
             "dead_band":0.25,"dead_band_source":"fallback","standing":null,"kind":"perpetual","days_to_expiry":null,"annualised":null}
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
            "open_interest_history_missing", "open_interest_missing", "basis_history_missing", "spot_missing", "futures_book_missing", "long_short_ratio_missing",
            "top_accounts_missing", "top_positions_missing", "taker_missing"]);
        report.MissingInputs().ShouldBe([
            "funding_rate", "funding_info", "last_settled", "open_interest_history", "open_interest", "basis_history", "spot_price", "futures_book",
            "long_short_ratio", "top_accounts", "top_positions", "taker"]);
        report["blocks"]!["open_interest"].ShouldHaveJson("status", "\"missing\"");
        report["blocks"]!["open_interest"].ShouldHaveJson("code", "\"open_interest_missing\"");
        report["blocks"]!["open_interest"].ShouldHaveJson("age_seconds", "null");
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
            {"value":1,"status":"CONTANGO","signal":"Contango - Vadeli fiyat spotun üzerinde","spot_price":80000,"futures_price":80800,
             "spot_source":"spot","spot_symbol":"BTCUSDT","spot_multiplier":1,"index_price":80000,"index_basis":1,
             "executable":{"buy_spot_sell_futures":0.997488,"sell_spot_buy_futures":-0.992562},
             "dead_band":0.25,"dead_band_source":"fallback","standing":null,"kind":"delivery","days_to_expiry":10,"annualised":36.5}
            """);
        report.Codes()[0].ShouldBe("funding_not_applicable");
        report["blocks"]!["funding_rate"].ShouldHaveJson("status", "\"not_applicable\"");
        _service.Exchange.CallsOf(BinanceSamples.FundingRate).ShouldBe(0);
    }

    [Fact]
    public async Task Delivery_contract_has_a_band_from_its_yearly_rate()
    {
        // Yearly rates of 3 % to 5 % in turn (deviations 1, 0.5, 0 ...: median 0.5 points): two robust deviations are 1.4826 points a year, and of
        // that the ten days of 365 that are left.
        const long expiry = BinanceSamples.Time + 864_000_000;
        _service.Exchange.Set($"{BinanceSamples.IndexBars} BTCUSDT", BinanceSamples.Rows(90, i => BinanceSamples.Bar(EightHoursBack(i), 80_000)));
        _service.Exchange.Set($"{BinanceSamples.OpenInterestHistory} BTCUSDT_261225 2h", BinanceSamples.Rows(90, i => BinanceSamples.OpenInterestPoint(
            "BTCUSDT_261225", EightHoursBack(i), 1_000, 80_000 * (1 + ((0.04m + (((i % 5) - 2) * 0.005m)) * (expiry - EightHoursBack(i)) / (365m * 86_400_000))))));

        var basis = (await _service.AnalyzeAsync("BTCUSDT_261225"))["basis"]!;

        basis.ShouldHaveJson("dead_band_source", "\"minimum\"");
        basis["standing"].ShouldHaveJson("n", "90");
        // One percent for ten days is 36.5 % a year.
        basis["standing"].ShouldHaveJson("percentile", "100");

        static long EightHoursBack(int count) => BinanceSamples.Last8Hours - (28_800_000L * count);
    }

    [Theory]
    [InlineData(3, 121.666667)]
    [InlineData(2, null)]
    public async Task Yearly_rate_is_not_given_near_delivery(int days, double? yearly)
    {
        var now = BinanceSamples.Time + 864_000_000 - (days * 86_400_000L);
        await using var service = await ServiceUnderTest.StartAsync(new FakeTimeProvider(DateTimeOffset.FromUnixTimeMilliseconds(now)));

        var basis = (await service.AnalyzeAsync("BTCUSDT_261225"))["basis"];

        basis.ShouldHaveJson("kind", "\"delivery\"");
        basis.ShouldHaveJson("days_to_expiry", $"{days}");
        basis.ShouldHaveJson("annualised", yearly?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "null");
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
        // The rules are asked for at the start already.
        _service.Exchange.HoldUntilAllAsked([.. BinanceSamples.AllInputs.Except([BinanceSamples.FundingInfo])]);

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
