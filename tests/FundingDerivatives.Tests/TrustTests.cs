using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using OmnipotentFutures.FundingDerivatives.Tests.Stub;
using static OmnipotentFutures.FundingDerivatives.Tests.Stub.BinanceSamples;

namespace OmnipotentFutures.FundingDerivatives.Tests;

/// <summary>What a report says of its own age and gaps.</summary>
public sealed class TrustTests : IAsyncLifetime
{
    private const long Hour = 3_600_000;
    private const string Page = "<html><body>Attention required</body></html>";

    private readonly FakeTimeProvider _clock = new(DateTimeOffset.FromUnixTimeMilliseconds(Time));
    private ServiceUnderTest _service = null!;

    public async Task InitializeAsync() => _service = await ServiceUnderTest.StartAsync(_clock);

    public async Task DisposeAsync() => await _service.DisposeAsync();

    [Theory]
    [InlineData("funding_rate", PremiumIndex, """{"symbol":"BTCUSDT","markPrice":"80008","indexPrice":"80000","lastFundingRate":"0.0001","nextFundingTime":1789488000000,"time":1789478242000}""", 61)]
    [InlineData("open_interest", OpenInterest, """{"symbol":"BTCUSDT","openInterest":"106312.376","time":1789477402000}""", 901)]
    [InlineData("funding_history", FundingRate, """[{"symbol":"BTCUSDT","fundingTime":1789448400000,"fundingRate":"0.0001","markPrice":"80000","rateType":"Regular"}]""", 29_903)]
    [InlineData("long_short_ratio", LongShortRatio, """[{"symbol":"BTCUSDT","longAccount":"0.6","longShortRatio":"1.5","shortAccount":"0.4","timestamp":1789470000000}]""", 8_303)]
    [InlineData("taker", Taker, """[{"buySellRatio":"1","sellVol":"1","buyVol":"1","timestamp":1789466400000}]""", 8_303)]
    [InlineData("open_interest_history", OpenInterestHistory, """[{"symbol":"BTCUSDT","sumOpenInterest":"1000","sumOpenInterestValue":"80000000","timestamp":1789477200000}]""", 1_103)]
    public async Task Block_that_the_exchange_answers_too_old_is_stale(string block, string path, string body, int age)
    {
        await using var service = await ServiceUnderTest.StartAsync(_clock, exchange =>
        {
            exchange.Set($"{path} BTCUSDT", body);
            exchange.Set($"{path} BTCUSDT 5m", body);
            exchange.Set($"{path} BTCUSDT 2h", body);
            exchange.Set($"{path} BTCUSDT 1h", body);
        });

        var stale = (await service.AnalyzeAsync("BTCUSDT", "en"))["blocks"]![block]!;

        stale.ShouldHaveJson("status", "\"stale\"");
        stale.ShouldHaveJson("code", "\"too_old\"");
        stale.ShouldHaveJson("age_seconds", $"{age}");
        stale.ShouldHaveJson("reason", "\"The last value that the exchange gives is older than it should be.\"");
    }

    [Fact]
    public async Task Block_whose_input_fails_is_stale_with_the_last_known_value_and_the_rest_is_ok()
    {
        await _service.AnalyzeAsync("BTCUSDT");
        _service.Exchange.Set($"{OpenInterest} BTCUSDT", Page, type: "text/html");
        _clock.Advance(TimeSpan.FromSeconds(6));

        var blocks = (await _service.AnalyzeAsync("BTCUSDT"))["blocks"]!;

        blocks["open_interest"].ShouldHaveJson("status", "\"stale\"");
        blocks["open_interest"].ShouldHaveJson("code", "\"stale_data\"");
        blocks["long_short_ratio"].ShouldHaveJson("status", "\"ok\"");
    }

    [Theory]
    [InlineData(TopPositions, "top_positions", "top_positions_unavailable")]
    [InlineData(Taker, "taker", "taker_unavailable")]
    [InlineData(PremiumBars, "basis_history", "basis_history_unavailable")]
    [InlineData(FundingRate, "funding_history", "last_settled_unavailable")]
    public async Task Block_that_cannot_be_read_is_missing_and_says_why(string path, string block, string code)
    {
        await using var service = await ServiceUnderTest.StartAsync(_clock, exchange => exchange.Set($"{path} BTCUSDT", Page, type: "text/html"));

        var blocks = (await service.AnalyzeAsync("BTCUSDT"))["blocks"]!;

        blocks[block].ShouldHaveJson("status", "\"missing\"");
        blocks[block].ShouldHaveJson("code", $"\"{code}\"");
        blocks.AsObject().Count(other => other.Value!["status"]!.GetValue<string>() == "ok").ShouldBe(9);
    }

    [Fact]
    public async Task Day_of_open_interest_is_told_without_the_month()
    {
        await using var service = await ServiceUnderTest.StartAsync(_clock, exchange => exchange.Set($"{OpenInterestHistory} BTCUSDT 2h", Page, type: "text/html"));

        var report = await service.AnalyzeAsync("BTCUSDT");

        report["open_interest"]!["changes"]!.AsArray().Select(change => change!["window"]!.GetValue<string>()).ShouldBe(["5m", "15m", "1h", "4h", "24h"]);
        report["open_interest"]!["quadrant"].ShouldHaveJson("status", "\"PRICE_UP_OI_UP\"");
        report["blocks"]!["open_interest_history"].ShouldHaveJson("status", "\"stale\"");
        report["blocks"]!["open_interest_history"].ShouldHaveJson("code", "\"open_interest_history_unavailable\"");
    }

    [Fact]
    public async Task Multiple_of_a_coin_has_no_share_of_its_market_capitalisation()
    {
        _service.Exchange.Set($"{OpenInterest} 1000PEPEUSDT", $$"""{"symbol":"1000PEPEUSDT","openInterest":"1000000","time":{{Time}}}""");
        _service.Exchange.Set($"{OpenInterestHistory} 1000PEPEUSDT", Rows(10, i => OpenInterestPoint("1000PEPEUSDT", Last5Minutes - (300_000L * i), 1_000_000, 0.01m)));

        var openInterest = (await _service.AnalyzeAsync("1000PEPEUSDT"))["open_interest"]!;

        openInterest.ShouldHaveJson("value", "1000000");
        openInterest.ShouldHaveJson("to_market_cap", "null");
    }

    [Fact]
    public async Task Level_is_held_between_two_looks_within_an_interval()
    {
        // All settlements at the baseline: the estimate alone is extreme, and a little below its floor a moment later.
        _service.Exchange.Set($"{FundingRate} BTCUSDT", Rows(200, i => Settlement("BTCUSDT", LastSettlement - (8 * Hour * i), 0.0001m, 80_000)));
        Premium("0.00060000");
        (await _service.AnalyzeAsync("BTCUSDT"))["funding_rate"].ShouldHaveJson("level", "\"EXTREME\"");

        Premium("0.00045000");
        _clock.Advance(TimeSpan.FromSeconds(6));
        var held = (await _service.AnalyzeAsync("BTCUSDT"))["funding_rate"];
        held.ShouldHaveJson("level", "\"EXTREME\"");
        held.ShouldHaveJson("level_reasons", """["percentile_and_floor","held_by_hysteresis"]""");

        await using var fresh = await ServiceUnderTest.StartAsync(_clock);
        fresh.Exchange.Set($"{FundingRate} BTCUSDT", Rows(200, i => Settlement("BTCUSDT", LastSettlement - (8 * Hour * i), 0.0001m, 80_000)));
        fresh.Exchange.SetPremium("BTCUSDT", mark: "80008", index: "80000", rate: "0.00045000", next: 1_789_488_000_000);
        (await fresh.AnalyzeAsync("BTCUSDT"))["funding_rate"].ShouldHaveJson("level", "\"HIGH\"");

        void Premium(string rate) => _service.Exchange.SetPremium("BTCUSDT", mark: "80008", index: "80000", rate: rate, next: 1_789_488_000_000);
    }

    [Fact]
    public async Task Ties_count_half_in_whatever_way_a_rate_is_reckoned_over_8_hours()
    {
        // 0.0014 per 4 hours: over 8 hours as percent and back it is another double than 0.0014 x 8 / 4.
        _service.Exchange.Set($"{FundingRate} 1000PEPEUSDT", Rows(270, i => Settlement("1000PEPEUSDT", 1_789_466_400_000 - (4 * Hour * i), 0.0014m, 0.01m)));
        _service.Exchange.SetPremium("1000PEPEUSDT", mark: "0.01005", index: "0.01000", rate: "0.00140000", next: 1_789_480_800_000);

        var standings = (await _service.AnalyzeAsync("1000PEPEUSDT"))["funding_rate"]!["standings"]!.AsArray();

        standings.ShouldAllBe(standing => standing!["percentile"]!.GetValue<decimal>() == 50);
    }

    [Fact]
    public async Task Exchange_whose_clock_is_in_the_past_is_told_in_its_own_time()
    {
        // A recorded market: the exchange is half a year behind.
        var half = TimeSpan.FromDays(182);
        await using var service = await ServiceUnderTest.StartAsync(
            new FakeTimeProvider(DateTimeOffset.FromUnixTimeMilliseconds(Time) + half), exchange => exchange.Clock = () => Time);
        await service.AnalyzeAsync("BTCUSDT");

        var report = await service.AnalyzeAsync("BTCUSDT");
        report["funding_rate"].ShouldHaveJson("countdown_seconds", "9697");
        report["blocks"]!.AsObject().ShouldAllBe(block => block.Value!["status"]!.GetValue<string>() == "ok");
        var history = JsonNode.Parse(await service.Http.GetStringAsync("/history/BTCUSDT?metric=funding"))!["data"];
        history.ShouldHaveJson("status", "\"ok\"");
        history.ShouldHaveJson("age_seconds", "19103");
    }

    [Fact]
    public async Task Book_of_another_moment_is_not_set_beside_the_index()
    {
        // TSLAUSDT has no spot pair. Its book says 402 and its mark price 401; six seconds later the book is read again and the index cannot be.
        _service.Exchange.Set(FuturesBooks, """[{"symbol":"TSLAUSDT","bidPrice":"401.90","bidQty":"1","askPrice":"402.10","askQty":"1"}]""");
        (await _service.AnalyzeAsync("TSLAUSDT"))["basis"].ShouldHaveJson("futures_price", "402");

        _service.Exchange.Set($"{PremiumIndex} TSLAUSDT", "<html>", type: "text/html");
        _clock.Advance(TimeSpan.FromSeconds(6));

        var basis = (await _service.AnalyzeAsync("TSLAUSDT"))["basis"];
        basis.ShouldHaveJson("futures_price", "401");
        basis.ShouldHaveJson("index_basis", "0.25");
    }

    [Theory]
    [InlineData(2, true)]
    [InlineData(4, false)]
    public async Task Alert_that_ended_is_told_for_three_days(int daysAgo, bool isTold)
    {
        _service.Exchange.Set($"{FundingRate} BTCUSDT", Rows(270, i => Settlement(
            "BTCUSDT", LastSettlement - (8 * Hour * i), i == (daysAgo * 3) + 1 ? 0.001m : 0.0001m, 80_000)));

        (await _service.AnalyzeAsync("BTCUSDT"))["alerts"]!.AsArray().Any(alert => alert!["state"]!.GetValue<string>() == "cleared").ShouldBe(isTold);
    }
}
