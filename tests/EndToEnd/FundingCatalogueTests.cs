using System.Text.Json;

namespace OmnipotentFutures.EndToEnd;

/// <summary>The odd contracts that the exchange lists by itself.</summary>
[Collection(OnFrozenExchange.Name)]
public sealed class FundingCatalogueTests(FrozenFunding funding) : IClassFixture<FrozenFunding>
{
    [Fact]
    public async Task Delivery_contract_pays_no_funding_and_its_basis_is_annualised_by_exact_days()
    {
        var data = await funding.AnalyzeAsync("BTCUSDT_261225");

        data.At("funding_rate").ValueKind.ShouldBe(JsonValueKind.Null);
        foreach (var block in new[] { "funding_rate", "funding_history" })
        {
            data.TextAt($"blocks.{block}.status").ShouldBe("not_applicable");
            data.TextAt($"blocks.{block}.code").ShouldBe("funding_not_applicable");
        }

        // From 2 November 15:40 to 25 December 08:00 there are 52 days, 16 hours and 20 minutes.
        const decimal Days = 52 + (((16 * 60) + 20) / 1440m);
        var basis = data.At("basis");
        basis.TextAt("kind").ShouldBe("delivery");
        // The service's own clock goes on from the exchange's last word, by seconds.
        basis.NumberAt("days_to_expiry").ShouldBe(Days, 0.0003m);
        basis.NumberAt("annualised").ShouldBe(basis.NumberAt("value") * 365 / Days, 0.0001m);
        basis.TextAt("spot_symbol").ShouldBe("BTCUSDT");
        basis.NumberAt("value").ShouldBe(((basis.NumberAt("futures_price") / basis.NumberAt("spot_price")) - 1) * 100, 0.000001m);
        data.NumberAt("open_interest.value").ShouldBeGreaterThan(0);

        (await funding.Service.DataAsync("/history/BTCUSDT_261225?metric=funding")).TextAt("status").ShouldBe("not_applicable");
        (await funding.Service.DataAsync("/history/BTCUSDT_261225?metric=basis")).ArrayAt("points").Length.ShouldBe(500);
        (await funding.Service.DataAsync("/screener?limit=1000")).ArrayAt("rows").ShouldNotContain(row => row.TextAt("symbol") == "BTCUSDT_261225");
    }

    [Fact]
    public async Task Interval_that_was_shortened_a_week_ago_is_told_with_the_rule_by_which_it_returns()
    {
        var data = await funding.AnalyzeAsync("OMUSDT");
        var rate = data.At("funding_rate");

        rate.At("interval_hours").GetInt32().ShouldBe(1);
        rate.At("interval_change.from_hours").GetInt32().ShouldBe(8);
        rate.At("interval_change.to_hours").GetInt32().ShouldBe(1);
        var changedAt = rate.TimeAt("interval_change.at");
        DateTimeOffset.FromUnixTimeMilliseconds(changedAt).ShouldBe(new DateTimeOffset(2026, 10, 26, 8, 0, 0, TimeSpan.Zero));
        rate.TextAt("interval_risk.status").ShouldBe("SHORTENED");
        rate.At("interval_risk.calm_needed").GetInt32().ShouldBe(16);
        rate.NumberAt("interval_risk.calm_rate").ShouldBe(0.025m);
        rate.At("interval_risk.calm_settlements").GetInt32().ShouldBe(0);
        rate.NumberAt("rate_8h").ShouldBe(8 * rate.NumberAt("current"));
        rate.TextAt("level").ShouldBe("EXTREME");
        rate.TextsAt("level_reasons").ShouldBe(["interval_shortened"]);

        data.ArrayAt("alerts").ShouldContain(alert => alert.TextAt("key") == "OMUSDT:funding_interval:shorts_pay:extreme" && alert.TimeAt("fired_at") == changedAt);

        // The settlement that did it was at the floor, of eight hours; those after it are of one.
        var points = (await funding.Service.DataAsync("/history/OMUSDT?metric=funding&limit=1000")).ArrayAt("points");
        var change = Array.FindIndex(points, point => point.TimeAt("time") == changedAt);
        points[change].NumberAt("rate").ShouldBe(rate.NumberAt("floor"));
        points[change].NumberAt("rate_8h").ShouldBe(points[change].NumberAt("rate"));
        points[(change + 1)..].Length.ShouldBe((7 * 24) + 7);
        points[(change + 1)..].ShouldAllBe(point => point.NumberAt("rate_8h") == 8 * point.NumberAt("rate"));
    }

    [Theory]
    [InlineData("1000SATSUSDT", "1000SATSUSDT", 1)] // spot has the prefix too
    [InlineData("1000PEPEUSDT", "PEPEUSDT", 1000)]
    [InlineData("1INCHUSDT", "1INCHUSDT", 1)] // its name begins with a number
    [InlineData("币安人生USDT", "币安人生USDT", 1)]
    [InlineData("BTCUSDC", "BTCUSDC", 1)]
    public async Task Spot_pair_is_the_right_one_times_the_right_number(string symbol, string spot, int multiplier)
    {
        var basis = (await funding.AnalyzeAsync(symbol)).At("basis");

        basis.TextAt("spot_source").ShouldBe("spot");
        basis.TextAt("spot_symbol").ShouldBe(spot);
        basis.NumberAt("spot_multiplier").ShouldBe(multiplier);
        basis.NumberAt("spot_price").ShouldBe(basis.NumberAt("futures_price"), 0.01m * basis.NumberAt("futures_price"));
        basis.At("executable").ValueKind.ShouldBe(JsonValueKind.Object);
        basis.At("annualised").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Theory]
    [InlineData("MYXUSDT", 1)]
    [InlineData("YGGUSDT", 2)]
    [InlineData("NEARUSDT", 4)]
    [InlineData("BTCUSDT", 8)]
    public async Task Rates_of_every_interval_are_comparable(string symbol, int hours)
    {
        var rate = (await funding.AnalyzeAsync(symbol)).At("funding_rate");

        rate.At("interval_hours").GetInt32().ShouldBe(hours);
        rate.TextAt("interval_source").ShouldBe("funding_info");
        rate.NumberAt("rate_8h").ShouldBe(rate.NumberAt("current") * 8 / hours, 0.000001m);
        rate.NumberAt("apr").ShouldBe(rate.NumberAt("current") * 24 / hours * 365, 0.001m);
        rate.ArrayAt("realised").Single(sum => sum.TimeAt("days") == 1).At("settlements").GetInt32().ShouldBe(24 / hours);
        // From 15:40 to 16:00, when all of them settle.
        rate.NumberAt("countdown_seconds").ShouldBeInRange(1140, 1200);
    }

    [Theory]
    [InlineData("TSLAUSDT")]
    [InlineData("XAUUSDT")]
    public async Task Contract_on_no_coin_is_compared_with_its_index(string symbol)
    {
        var data = await funding.AnalyzeAsync(symbol);

        data.TextAt("basis.spot_source").ShouldBe("index");
        data.At("basis.spot_symbol").ValueKind.ShouldBe(JsonValueKind.Null);
        data.NumberAt("basis.spot_price").ShouldBe(data.NumberAt("basis.index_price"));
        data.WarningCodes().ShouldContain("spot_missing");
        data.At("open_interest.to_market_cap").ValueKind.ShouldBe(JsonValueKind.Null);
        data.TextAt("blocks.long_short_ratio.status").ShouldBe("missing");

        var history = await funding.Service.DataAsync($"/history/{symbol}?metric=basis");
        history.TextAt("status").ShouldBe("not_applicable");
        history.TextAt("code").ShouldBe("basis_not_applicable");
        history.ArrayAt("points").ShouldBeEmpty();
    }

    [Fact]
    public async Task Contract_that_stopped_weeks_ago_shows_how_old_its_past_is()
    {
        var data = await funding.AnalyzeAsync("OMGUSDT");

        data.WarningCodes().ShouldContain("not_trading");
        data.At("funding_rate.current").ValueKind.ShouldBe(JsonValueKind.Null);
        data.At("open_interest").ValueKind.ShouldBe(JsonValueKind.Null);
        foreach (var block in new[] { "funding_history", "open_interest_history", "basis_history" })
        {
            data.TextAt($"blocks.{block}.status").ShouldBe("stale");
            data.TextAt($"blocks.{block}.code").ShouldBe("too_old");
            data.NumberAt($"blocks.{block}.age_seconds").ShouldBeGreaterThan(14 * 86_400);
        }

        // Ratios of weeks ago are nobody's positions.
        data.At("long_short_ratio").ValueKind.ShouldBe(JsonValueKind.Null);
        data.ArrayAt("funding_rate.realised").Single(sum => sum.TimeAt("days") == 7).At("settlements").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task Contract_in_another_quote_asset_is_not_told_in_dollars_that_are_not_known()
    {
        var data = await funding.AnalyzeAsync("BTCUSDC");

        // The simulated spot market lists no USDCUSDT.
        data.NumberAt("open_interest.value").ShouldBeGreaterThan(0);
        data.At("open_interest.value_usdt").ValueKind.ShouldBe(JsonValueKind.Null);
        data.WarningCodes().ShouldContain("open_interest_value_missing");
        data.ArrayAt("open_interest.changes").ShouldAllBe(change => change.At("usdt").ValueKind == JsonValueKind.Null && change.At("contracts").ValueKind == JsonValueKind.Number);
        // Binance publishes no rules of contracts on its defaults.
        data.TextAt("funding_rate.interval_source").ShouldBe("inferred");
        data.At("funding_rate.interval_hours").GetInt32().ShouldBe(8);

        var point = (await funding.Service.DataAsync("/history/BTCUSDC?metric=open_interest&limit=1")).ArrayAt("points").Single();
        point.At("value_usdt").ValueKind.ShouldBe(JsonValueKind.Null);
        point.NumberAt("value_quote").ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Contract_of_yesterday_has_too_little_history_for_a_level()
    {
        var data = await funding.AnalyzeAsync("KITEUSDT");

        data.TextAt("funding_rate.level").ShouldBe("INSUFFICIENT_HISTORY");
        data.ArrayAt("funding_rate.realised").Where(sum => sum.TimeAt("days") > 1).ShouldAllBe(sum => !sum.At("complete").GetBoolean());
        data.TextAt("basis.dead_band_source").ShouldBe("fallback");
        (await funding.Service.DataAsync("/extremes")).ArrayAt("unconfirmed")
            .ShouldContain(row => row.TextAt("symbol") == "KITEUSDT" && row.TextAt("reason") == "insufficient_history");
    }
}
