using System.Text.Json;

namespace OmnipotentFutures.EndToEnd;

/// <summary>The oddities of a futures listing, told to the exchange, and the answer that a person would accept.</summary>
[Collection(OnFrozenExchange.Name)]
public sealed class FundingSpecialCasesTests(FrozenExchange exchange, SpecialCases cases) : IClassFixture<SpecialCases>
{
    private readonly ServiceUnderTest _funding = cases.Funding;

    [Theory]
    [InlineData("LTCUSDT")] // SETTLING
    [InlineData("BCHUSDT")] // DELIVERING
    public async Task Contract_that_stopped_trading_has_its_past_and_no_funding_to_come(string symbol)
    {
        var data = await AnalyzeAsync(symbol);

        data.WarningCodes().ShouldContain("not_trading");
        ShouldBeNull(data, "funding_rate.current", "funding_rate.rate_8h", "funding_rate.apr", "funding_rate.level", "funding_rate.next_funding_time", "open_interest");
        data.TextAt("funding_rate.status").ShouldBe("UNKNOWN");
        ShouldMiss(data, "funding_rate", "funding_rate_missing");
        ShouldMiss(data, "open_interest", "open_interest_missing");
        data.TextAt("blocks.funding_history.status").ShouldBe("ok");
        data.ArrayAt("funding_rate.realised").Single(sum => sum.TimeAt("days") == 1).NumberAt("settlements").ShouldBe(3);

        (await ScreenerAsync()).ShouldNotContainKey(symbol);
        (await ExtremeSymbolsAsync()).ShouldNotContain(symbol);
        var history = await _funding.DataAsync($"/history/{symbol}?metric=funding&limit=3");
        history.ArrayAt("points").Length.ShouldBe(3);
        history.WarningCodes().ShouldContain("not_trading");
    }

    [Fact]
    public async Task Rate_at_the_floor_is_extreme_and_likely_to_shorten_the_interval()
    {
        var data = await AnalyzeAsync("ADAUSDT");
        var funding = data.At("funding_rate");

        funding.NumberAt("current").ShouldBe(-1.5m);
        funding.NumberAt("rate_8h").ShouldBe(-1.5m);
        funding.NumberAt("apr").ShouldBe(-1.5m * 3 * 365);
        funding.NumberAt("floor").ShouldBe(-1.5m);
        funding.NumberAt("cap_utilisation").ShouldBe(100);
        funding.TextAt("level").ShouldBe("EXTREME");
        funding.TextsAt("level_reasons").ShouldContain("cap_utilisation");
        funding.TextAt("status").ShouldBe("EXTREME_BEARISH");
        funding.TextAt("warning").ShouldBe("Extremely negative funding - Shorts are crowded and pay a very high cost of carry (not a forecast of direction)");
        funding.TextAt("interval_risk.status").ShouldBe("LIKELY");
        funding.ArrayAt("evidence").ShouldHaveSingleItem().TextAt("rule").ShouldBe("level >= EXTREME, shorts_pay");
        data.ArrayAt("alerts").ShouldContain(alert => alert.TextAt("key") == "ADAUSDT:funding:shorts_pay:extreme"
            && alert.TextAt("state") == "fired" && alert.At("provisional").GetBoolean());

        var row = (await ScreenerAsync())["ADAUSDT"];
        row.NumberAt("rate").ShouldBe(-1.5m);
        row.NumberAt("cap_utilisation").ShouldBe(100);
        (await ExtremeAsync("ADAUSDT")).TextAt("side").ShouldBe("SHORTS_PAY");
    }

    [Fact]
    public async Task Rate_at_four_fifths_of_the_cap_is_extreme_and_may_shorten_the_interval()
    {
        var data = await AnalyzeAsync("AVAXUSDT");
        var funding = data.At("funding_rate");

        funding.NumberAt("current").ShouldBe(1.2m);
        funding.NumberAt("cap_utilisation").ShouldBe(80);
        funding.TextAt("level").ShouldBe("EXTREME");
        funding.TextsAt("level_reasons").ShouldContain("cap_utilisation");
        funding.TextAt("status").ShouldBe("EXTREME_BULLISH");
        // What followed on this contract, and on BTCUSDT, where such rates were common enough to be measured.
        funding.ArrayAt("evidence").Select(evidence => evidence.TextAt("source")).ShouldBe(["own_history", "reference"]);
        funding.TextAt("interval_risk.status").ShouldBe("POSSIBLE");
        (await ScreenerAsync())["AVAXUSDT"].NumberAt("cap_utilisation").ShouldBe(80);
        var extreme = await ExtremeAsync("AVAXUSDT");
        extreme.TextAt("side").ShouldBe("LONGS_PAY");
        extreme.TextsAt("reasons").ShouldContain("cap_utilisation");
    }

    [Theory]
    [InlineData("TRXUSDT")] // a rate of zero and no next settlement
    [InlineData("LINKUSDT")] // an empty rate
    public async Task No_running_rate_is_no_rate_of_zero(string symbol)
    {
        var data = await AnalyzeAsync(symbol);

        ShouldBeNull(data, "funding_rate.current", "funding_rate.rate_8h", "funding_rate.apr", "funding_rate.level", "funding_rate.projected", "funding_rate.cap_utilisation");
        data.TextAt("funding_rate.status").ShouldBe("UNKNOWN");
        data.TextAt("funding_rate.warning").ShouldBe("Funding unknown - There is no running rate");
        ShouldMissOnly(data, ("funding_rate", "funding_rate_missing"));
        // What was paid is known all the same.
        data.At("funding_rate.last_settled.rate").ValueKind.ShouldBe(JsonValueKind.Number);

        var row = (await ScreenerAsync())[symbol];
        ShouldBeNull(row, "rate", "rate_8h", "apr", "cap_utilisation");
        row.TextAt("status").ShouldBe("missing");
        row.TextAt("reason").ShouldBe("funding_rate_missing");
        row.NumberAt("mark_price").ShouldBeGreaterThan(0);
        // Whichever the order, a rate that is not known is not the least.
        foreach (var order in new[] { "asc", "desc" })
        {
            (await _funding.DataAsync($"/screener?sort=rate&order={order}")).ArrayAt("rows")[^3..].Select(last => last.TextAt("symbol")).ShouldContain(symbol);
        }
    }

    [Fact]
    public async Task No_next_settlement_has_no_countdown()
    {
        ShouldBeNull(await AnalyzeAsync("TRXUSDT"), "funding_rate.next_funding_time", "funding_rate.countdown_seconds", "funding_rate.estimate_fixed");
        ShouldBeNull((await ScreenerAsync())["TRXUSDT"], "next_funding_time", "seconds_to_funding");
    }

    [Fact]
    public async Task Settlements_without_a_mark_price_are_settlements()
    {
        var data = await AnalyzeAsync("DOTUSDT");
        var points = (await _funding.DataAsync("/history/DOTUSDT?metric=funding&limit=3")).ArrayAt("points");

        data.NumberAt("funding_rate.current").ShouldBe((await ScreenerAsync())["DOTUSDT"].NumberAt("rate"));
        data.At("funding_rate.level").ValueKind.ShouldBe(JsonValueKind.String);
        ShouldMissOnly(data);
        data.ArrayAt("funding_rate.realised").Single(sum => sum.TimeAt("days") == 1).NumberAt("rate").ShouldBe(points.Sum(point => point.NumberAt("rate")), 1e-6m);
        points.ShouldAllBe(point => point.At("mark_price").ValueKind == JsonValueKind.Null);
    }

    [Fact]
    public async Task Without_published_rules_the_interval_is_inferred_and_the_answer_says_so()
    {
        var data = await AnalyzeAsync("NEARUSDT");
        var funding = data.At("funding_rate");

        // It settles every four hours.
        funding.At("interval_hours").GetInt32().ShouldBe(4);
        funding.TextAt("interval_source").ShouldBe("inferred");
        funding.NumberAt("rate_8h").ShouldBe(2 * funding.NumberAt("current"));
        funding.TextAt("interval_risk.status").ShouldBe("UNKNOWN");
        ShouldBeNull(funding, "cap", "floor", "cap_utilisation");
        data.WarningCodes().ShouldContain("funding_interval_inferred");
        data.WarningCodes().ShouldContain("funding_info_missing");
        data.TextsAt("meta.missing_inputs").ShouldBe(["funding_info"]);
        ShouldMissOnly(data);

        // The screener asks for nobody's settlements: it assumes the exchange's default and says that.
        var row = (await ScreenerAsync())["NEARUSDT"];
        row.TextAt("interval_source").ShouldBe("assumed");
        ShouldBeNull(row, "cap", "floor", "cap_utilisation");
    }

    [Fact]
    public async Task Without_rules_and_settlements_eight_hours_are_assumed_and_the_answer_says_so()
    {
        var data = await AnalyzeAsync("ARBUSDT");

        data.At("funding_rate.interval_hours").GetInt32().ShouldBe(8);
        data.TextAt("funding_rate.interval_source").ShouldBe("assumed");
        data.WarningCodes().ShouldContain("funding_interval_assumed");
        data.At("funding_rate.current").ValueKind.ShouldBe(JsonValueKind.Number);
    }

    [Fact]
    public async Task Without_settlements_no_level_is_made_up()
    {
        var data = await AnalyzeAsync("UNIUSDT");
        var funding = data.At("funding_rate");

        funding.At("current").ValueKind.ShouldBe(JsonValueKind.Number);
        funding.TextAt("level").ShouldBe("INSUFFICIENT_HISTORY");
        ShouldBeNull(funding, "last_settled", "streak", "interval_change");
        funding.ArrayAt("realised").ShouldBeEmpty();
        funding.ArrayAt("standings").ShouldBeEmpty();
        ShouldMissOnly(data, ("funding_history", "last_settled_missing"));

        var history = await _funding.DataAsync("/history/UNIUSDT?metric=funding");
        history.ArrayAt("points").ShouldBeEmpty();
        history.TextAt("status").ShouldBe("missing");
        history.TextAt("code").ShouldBe("history_missing");
    }

    [Fact]
    public async Task Without_ratios_takers_are_still_counted()
    {
        var data = await AnalyzeAsync("SUIUSDT");

        ShouldBeNull(data, "long_short_ratio", "positioning.global_accounts", "positioning.top_accounts", "positioning.top_positions", "positioning.divergence");
        data.NumberAt("positioning.taker.ratio").ShouldBeGreaterThan(0);
        ShouldMissOnly(
            data,
            ("long_short_ratio", "long_short_ratio_missing"),
            ("top_accounts", "top_accounts_missing"),
            ("top_positions", "top_positions_missing"));
        (await _funding.DataAsync("/history/SUIUSDT?metric=long_short")).TextAt("status").ShouldBe("missing");
    }

    [Fact]
    public async Task Without_taker_volumes_accounts_are_still_counted()
    {
        var data = await AnalyzeAsync("ENAUSDT");

        ShouldBeNull(data, "positioning.taker", "open_interest.to_volume_24h");
        data.NumberAt("positioning.top_positions.ratio").ShouldBeGreaterThan(0);
        ShouldMissOnly(data, ("taker", "taker_missing"));
    }

    [Fact]
    public async Task Without_its_history_open_interest_is_still_known()
    {
        var data = await AnalyzeAsync("HYPEUSDT");

        data.NumberAt("open_interest.value").ShouldBeGreaterThan(0);
        data.ArrayAt("open_interest.changes").ShouldBeEmpty();
        ShouldBeNull(data, "open_interest.standing", "open_interest.range_30d", "open_interest.quadrant");
        ShouldMissOnly(data, ("open_interest_history", "open_interest_history_missing"));
        (await _funding.DataAsync("/history/HYPEUSDT?metric=open_interest")).TextAt("status").ShouldBe("missing");
    }

    [Fact]
    public async Task Refused_open_interest_is_not_replaced_by_an_old_one()
    {
        var data = await AnalyzeAsync("ZECUSDT");

        ShouldBeNull(data, "open_interest");
        ShouldMissOnly(data, ("open_interest", "open_interest_missing"));
        (await _funding.DataAsync("/history/ZECUSDT?metric=open_interest&limit=5")).ArrayAt("points").Length.ShouldBe(5);
    }

    [Fact]
    public async Task Without_premium_bars_the_basis_has_a_fixed_dead_band()
    {
        var data = await AnalyzeAsync("WIFUSDT");

        ShouldBeNull(data, "funding_rate.projected", "basis.standing");
        data.TextAt("basis.dead_band_source").ShouldBe("fallback");
        data.NumberAt("basis.dead_band").ShouldBe(0.25m);
        data.At("funding_rate.level").ValueKind.ShouldBe(JsonValueKind.String);
        ShouldMissOnly(data, ("basis_history", "basis_history_missing"));
    }

    [Fact]
    public async Task Without_a_bid_the_mark_price_stands_in_and_nothing_is_executable()
    {
        var data = await AnalyzeAsync("TRUMPUSDT");
        var mark = (await exchange.AskAsync("/fapi/v1/premiumIndex?symbol=TRUMPUSDT")).QuotedNumberAt("markPrice");

        data.NumberAt("basis.futures_price").ShouldBe(mark);
        data.TextAt("basis.spot_symbol").ShouldBe("TRUMPUSDT");
        ShouldBeNull(data, "basis.executable");
        data.WarningCodes().ShouldContain("futures_book_missing");
        data.TextsAt("meta.missing_inputs").ShouldBe(["futures_book"]);
        ShouldMissOnly(data);
    }

    [Fact]
    public async Task Without_a_spot_pair_the_index_stands_in_and_nothing_is_executable()
    {
        var data = await AnalyzeAsync("AAVEUSDT");

        data.TextAt("basis.spot_source").ShouldBe("index");
        ShouldBeNull(data, "basis.spot_symbol", "basis.spot_multiplier", "basis.executable");
        data.NumberAt("basis.spot_price").ShouldBe(data.NumberAt("basis.index_price"));
        data.NumberAt("basis.value").ShouldBe(data.NumberAt("basis.index_basis"));
        data.WarningCodes().ShouldContain("spot_missing");
        ShouldMissOnly(data);
    }

    [Fact]
    public async Task Without_anything_but_a_price_there_is_an_answer_that_says_what_is_missing()
    {
        var data = await AnalyzeAsync("XRPUSDT");

        ShouldBeNull(data, "funding_rate.current", "funding_rate.last_settled", "open_interest", "long_short_ratio", "positioning");
        // Mark price over index price is what there is.
        data.TextAt("basis.spot_source").ShouldBe("index");
        ShouldMissOnly(
            data,
            ("funding_rate", "funding_rate_missing"),
            ("funding_history", "last_settled_missing"),
            ("open_interest", "open_interest_missing"),
            ("open_interest_history", "open_interest_history_missing"),
            ("basis_history", "basis_history_missing"),
            ("long_short_ratio", "long_short_ratio_missing"),
            ("top_accounts", "top_accounts_missing"),
            ("top_positions", "top_positions_missing"),
            ("taker", "taker_missing"));
    }

    [Fact]
    public async Task Contract_beside_all_of_them_lacks_nothing()
    {
        var data = await AnalyzeAsync("SOLUSDT");

        ShouldMissOnly(data);
        data.TextsAt("meta.missing_inputs").ShouldBeEmpty();
        data.WarningCodes().ShouldBe(["simulated_data"]);
    }

    [Fact]
    public async Task Running_service_notices_that_a_rate_is_another()
    {
        var usual = 100 * (await exchange.AskAsync("/fapi/v1/premiumIndex?symbol=DOGEUSDT")).QuotedNumberAt("lastFundingRate");
        await using var funding = await exchange.StartFundingAsync();
        await exchange.TellAsync("DOGEUSDT", new { funding_rate = 0.007 });
        try
        {
            (await CurrentAsync()).ShouldBe(0.7m);
        }
        finally
        {
            await exchange.ForgetAsync("DOGEUSDT");
        }

        // A running rate lives for five seconds.
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (await CurrentAsync() != usual)
        {
            patience.Token.ThrowIfCancellationRequested();
        }

        async Task<decimal> CurrentAsync() => (await funding.DataAsync("/analyze/DOGEUSDT")).NumberAt("funding_rate.current");
    }

    private static void ShouldBeNull(JsonElement data, params string[] paths)
    {
        foreach (var path in paths)
        {
            data.At(path).ValueKind.ShouldBe(JsonValueKind.Null, path);
        }
    }

    /// <summary>Says of a block that it is missing, with the reason.</summary>
    private static void ShouldMiss(JsonElement data, string name, string code)
    {
        var block = data.At("blocks").At(name);
        block.TextAt("status").ShouldBe("missing", name);
        block.TextAt("code").ShouldBe(code, name);
        block.TextAt("reason")!.ShouldEndWith(".");
        ShouldBeNull(block, "as_of", "age_seconds");
        data.WarningCodes().ShouldContain(code);
    }

    /// <summary>Says of these blocks that they are missing and of all others that they are there: one that is missing never fails the rest.</summary>
    private static void ShouldMissOnly(JsonElement data, params (string Name, string Code)[] missing)
    {
        foreach (var (name, code) in missing)
        {
            ShouldMiss(data, name, code);
        }

        var blocks = data.At("blocks").EnumerateObject().ToList();
        blocks.Count.ShouldBe(10);
        blocks.Where(block => block.Value.TextAt("status") != "ok").Select(block => block.Name).ShouldBe(missing.Select(block => block.Name), data.At("blocks").ToString());
        blocks.Where(block => block.Value.TextAt("status") == "ok").ShouldAllBe(block => block.Value.At("reason").ValueKind == JsonValueKind.Null && block.Value.TimeAt("as_of") > 0);
    }

    private Task<JsonElement> AnalyzeAsync(string symbol) => _funding.DataAsync($"/analyze/{symbol}");

    private async Task<Dictionary<string, JsonElement>> ScreenerAsync() =>
        (await _funding.DataAsync("/screener?limit=1000")).ArrayAt("rows").ToDictionary(row => row.TextAt("symbol")!);

    private async Task<IEnumerable<string>> ExtremeSymbolsAsync()
    {
        var extremes = await _funding.DataAsync("/extremes");
        return extremes.ArrayAt("rows").Concat(extremes.ArrayAt("unconfirmed")).Select(row => row.TextAt("symbol")!);
    }

    private async Task<JsonElement> ExtremeAsync(string symbol) =>
        (await _funding.DataAsync("/extremes")).ArrayAt("rows").Single(row => row.TextAt("symbol") == symbol);
}
