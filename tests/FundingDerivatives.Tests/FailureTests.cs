using System.Net;
using Microsoft.Extensions.Time.Testing;
using OmnipotentFutures.FundingDerivatives.Tests.Stub;
using static OmnipotentFutures.FundingDerivatives.Tests.Stub.BinanceSamples;

namespace OmnipotentFutures.FundingDerivatives.Tests;

public class FailureTests
{
    private const string Page = "<html><body>Attention required</body></html>";

    private readonly FakeTimeProvider _clock = new(DateTimeOffset.FromUnixTimeMilliseconds(Time));

    [Theory]
    [InlineData(FundingInfo, "funding_info_unavailable", "funding_info")]
    [InlineData(FundingRate + " BTCUSDT", "last_settled_unavailable", "last_settled")]
    [InlineData(LongShortRatio + " BTCUSDT", "long_short_ratio_unavailable", "long_short_ratio")]
    [InlineData(TopAccounts + " BTCUSDT", "top_accounts_unavailable", "top_accounts")]
    [InlineData(TopPositions + " BTCUSDT", "top_positions_unavailable", "top_positions")]
    [InlineData(Taker + " BTCUSDT", "taker_unavailable", "taker")]
    [InlineData(PremiumBars + " BTCUSDT", "basis_history_unavailable", "basis_history")]
    [InlineData(OpenInterestHistory + " BTCUSDT 5m", "open_interest_history_unavailable", "open_interest_history")]
    [InlineData(OpenInterestHistory + " BTCUSDT 2h", "open_interest_history_unavailable", "open_interest_history")]
    [InlineData(FuturesBooks, "futures_book_unavailable", "futures_book")]
    [InlineData(SpotBooks, "spot_unavailable", "spot_price")]
    public async Task One_input_that_fails_leaves_one_gap_and_heals_when_it_is_asked_for_again(string path, string code, string input)
    {
        await using var healthy = await ServiceUnderTest.StartAsync(_clock);
        await using var service = await ServiceUnderTest.StartAsync(_clock, exchange => exchange.Set(path, Page, type: "text/html"));
        var report = await service.AnalyzeAsync("BTCUSDT");

        report.Codes().ShouldContain(code);
        report.MissingInputs().ShouldBe([input]);
        report["meta"].ShouldHaveJson("stale", "false");
        report["funding_rate"].ShouldHaveJson("current", "0.0156");
        report["funding_rate"].ShouldHaveJson("interval_hours", "8");
        report["basis"].ShouldHaveJson("status", "\"NORMAL\"");

        service.Exchange.SetMarket();
        // An answer with a gap holds for two seconds, books with one for five.
        _clock.Advance(TimeSpan.FromSeconds(5));
        var whole = await healthy.AnalyzeAsync("BTCUSDT");
        (await service.AnalyzeAsync("BTCUSDT")).ShouldBeJson(whole.ToJsonString(), "blocks", "countdown_seconds");
    }

    [Theory]
    [InlineData(503, """{"code":-1000,"msg":"Service Unavailable."}""", "application/json", HttpStatusCode.BadGateway, "upstream_unavailable")]
    [InlineData(502, Page, "text/html", HttpStatusCode.BadGateway, "upstream_unavailable")]
    [InlineData(200, Page, "text/html", HttpStatusCode.BadGateway, "upstream_unavailable")]
    [InlineData(200, "", "application/json", HttpStatusCode.BadGateway, "upstream_unavailable")]
    [InlineData(400, """{"code":-1121,"msg":"Invalid symbol."}""", "application/json", HttpStatusCode.NotFound, "unknown_symbol")]
    public async Task Without_the_premium_index_the_analysis_fails_with_its_cause_and_recovers(
        int status, string body, string type, HttpStatusCode answered, string code)
    {
        await using var service = await ServiceUnderTest.StartAsync();
        service.Exchange.Set($"{PremiumIndex} BTCUSDT", body, status, type);

        await service.ShouldFailAsync("BTCUSDT", answered, code);

        service.Exchange.SetMarket();
        (await service.AnalyzeAsync("BTCUSDT")).MissingInputs().ShouldBeEmpty();
    }

    [Theory]
    [InlineData(429, 30, 30)]
    [InlineData(418, 120, 120)]
    [InlineData(403, null, 30)]
    public async Task Refused_by_the_exchange_the_service_waits_as_told_and_recovers(int status, int? retryAfter, int waits)
    {
        await using var service = await ServiceUnderTest.StartAsync(_clock);
        service.Exchange.Set($"{PremiumIndex} BTCUSDT", status == 403 ? Page : """{"code":-1003,"msg":"Too many requests."}""", status, retryAfter: retryAfter);

        using var response = await service.ShouldFailAsync("BTCUSDT", HttpStatusCode.ServiceUnavailable, "upstream_rate_limited");
        response.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(waits));

        service.Exchange.SetMarket();
        var asked = service.Exchange.CallsOf(PremiumIndex);
        await service.ShouldFailAsync("BTCUSDT", HttpStatusCode.ServiceUnavailable, "upstream_rate_limited");
        service.Exchange.CallsOf(PremiumIndex).ShouldBe(asked);

        _clock.Advance(TimeSpan.FromSeconds(waits + 1));
        (await service.AnalyzeUntilWholeAsync("BTCUSDT")).MissingInputs().ShouldBeEmpty();
    }

    [Fact]
    public async Task Refused_its_location_the_service_says_so_and_recovers()
    {
        await using var service = await ServiceUnderTest.StartAsync(_clock);
        service.Exchange.Set($"{PremiumIndex} BTCUSDT", """{"code":0,"msg":"Service unavailable from a restricted location."}""", 451);

        await service.ShouldFailAsync("BTCUSDT", HttpStatusCode.ServiceUnavailable, "upstream_restricted_location");

        service.Exchange.SetMarket();
        // Five seconds of silence, and longer than calls may be on their way.
        _clock.Advance(TimeSpan.FromSeconds(10));
        (await service.AnalyzeUntilWholeAsync("BTCUSDT")).MissingInputs().ShouldBeEmpty();
    }

    [Fact]
    public async Task Last_good_values_are_given_marked_stale_while_the_exchange_fails()
    {
        await using var service = await ServiceUnderTest.StartAsync(_clock);
        await service.AnalyzeAsync("BTCUSDT");
        service.Exchange.Set($"{PremiumIndex} BTCUSDT", Page, type: "text/html");

        (await service.AnalyzeAsync("BTCUSDT"))["meta"].ShouldHaveJson("stale", "false");

        _clock.Advance(TimeSpan.FromSeconds(6));
        var report = await service.AnalyzeAsync("BTCUSDT");
        report["meta"].ShouldHaveJson("stale", "true");
        report["meta"].ShouldHaveJson("as_of", $"{Time}");
        report["funding_rate"].ShouldHaveJson("current", "0.0156");
        report.Codes().ShouldBe(["stale_data"]);

        service.Exchange.SetMarket();
        _clock.Advance(TimeSpan.FromSeconds(2));
        (await service.AnalyzeAsync("BTCUSDT"))["meta"].ShouldHaveJson("stale", "false");
    }

    [Fact]
    public async Task Input_that_does_not_come_is_not_waited_for()
    {
        await using var service = await ServiceUnderTest.StartAsync(_clock);
        await service.AnalyzeAsync("BTCUSDT");
        _clock.Advance(TimeSpan.FromSeconds(6));
        var asked = service.Exchange.Silence(SpotBooks, FuturesBooks);

        var analysis = service.AnalyzeAsync("BTCUSDT");
        await asked;
        _clock.Advance(TimeSpan.FromSeconds(4));

        (await analysis).MissingInputs().ShouldBe(["spot_price", "futures_book"]);
    }

    [Fact]
    public async Task Cold_analysis_costs_one_call_an_input_and_a_warm_one_none()
    {
        await using var service = await ServiceUnderTest.StartAsync(_clock);

        await service.AnalyzeAsync("BTCUSDT");
        await service.AnalyzeAsync("BTCUSDT");

        // The history of the open interest comes in two distances.
        AllInputs.Select(service.Exchange.CallsOf).ShouldBe(AllInputs.Select(path => path == OpenInterestHistory ? 2 : 1));
    }

    [Fact]
    public async Task Each_input_is_read_again_when_there_is_something_new_to_read()
    {
        // Twelve seconds past an even hour: what is read every 5 minutes, hour and two hours is not published yet.
        _clock.SetUtcNow(DateTimeOffset.FromUnixTimeMilliseconds(1_789_480_800_000 + 12_000));
        const long evenHour = 1_789_480_800_000;
        await using var service = await ServiceUnderTest.StartAsync(_clock, exchange =>
        {
            exchange.Set($"{OpenInterestHistory} BTCUSDT 2h", Rows(3, i => OpenInterestPoint("BTCUSDT", evenHour - (7_200_000L * i), 1_000, 80_000)));
            exchange.Set($"{LongShortRatio} BTCUSDT", Rows(3, i => Ratio("BTCUSDT", evenHour - (3_600_000L * i), 6_000)));
            exchange.Set($"{Taker} BTCUSDT", Rows(3, i => $$"""{"buySellRatio":"1","sellVol":"1","buyVol":"1","timestamp":{{evenHour - (3_600_000L * (i + 1))}}}"""));
        });
        await service.AnalyzeAsync("BTCUSDT");

        _clock.Advance(TimeSpan.FromSeconds(4));
        await service.AnalyzeAsync("BTCUSDT");
        service.Exchange.CallsOf(OpenInterestHistory).ShouldBe(4);
        service.Exchange.CallsOf(LongShortRatio).ShouldBe(2);
        service.Exchange.CallsOf(FundingRate).ShouldBe(1);
        service.Exchange.CallsOf(SpotBooks).ShouldBe(1);
        service.Exchange.CallsOf(PremiumIndex).ShouldBe(1);
        service.Exchange.CallsOf(PremiumBars).ShouldBe(1);

        _clock.Advance(TimeSpan.FromMinutes(4));
        await service.AnalyzeAsync("BTCUSDT");
        service.Exchange.CallsOf(OpenInterestHistory).ShouldBe(4);
        service.Exchange.CallsOf(FundingRate).ShouldBe(1);
        service.Exchange.CallsOf(FundingInfo).ShouldBe(1);
        service.Exchange.CallsOf(PremiumIndex).ShouldBe(2);
        service.Exchange.CallsOf(PremiumBars).ShouldBe(2);

        // Five minutes past the hour only what comes every five minutes is new.
        _clock.Advance(TimeSpan.FromMinutes(1));
        await service.AnalyzeAsync("BTCUSDT");
        service.Exchange.CallsOf(OpenInterestHistory).ShouldBe(5);
        service.Exchange.CallsOf(LongShortRatio).ShouldBe(2);
        service.Exchange.CallsOf(Taker).ShouldBe(2);
        service.Exchange.CallsOf(FundingRate).ShouldBe(1);
        service.Exchange.CallsOf(FundingInfo).ShouldBe(2);
    }

    [Fact]
    public async Task What_the_exchange_refuses_for_good_is_not_asked_for_with_every_request()
    {
        await using var service = await ServiceUnderTest.StartAsync(_clock);

        await service.AnalyzeAsync("COMMONUSDT");
        await service.AnalyzeAsync("COMMONUSDT");

        service.Exchange.CallsOf(OpenInterest).ShouldBe(1);
    }

    [Fact]
    public async Task Reading_that_is_late_is_asked_for_again_until_it_is_there()
    {
        // Twenty seconds past the hour the exchange still answers the reading of the hour before.
        const long hour = 1_789_480_800_000;
        _clock.SetUtcNow(DateTimeOffset.FromUnixTimeMilliseconds(hour + 20_000));
        await using var service = await ServiceUnderTest.StartAsync(_clock);
        (await service.AnalyzeAsync("BTCUSDT"))["long_short_ratio"].ShouldHaveJson("timestamp", $"{hour - 3_600_000}");

        service.Exchange.Set($"{LongShortRatio} BTCUSDT", Rows(3, i => Ratio("BTCUSDT", hour - (3_600_000L * i), 6_000)));
        _clock.Advance(TimeSpan.FromSeconds(20));
        (await service.AnalyzeAsync("BTCUSDT"))["long_short_ratio"].ShouldHaveJson("timestamp", $"{hour - 3_600_000}");

        _clock.Advance(TimeSpan.FromSeconds(11));
        (await service.AnalyzeAsync("BTCUSDT"))["long_short_ratio"].ShouldHaveJson("timestamp", $"{hour}");

        var asked = service.Exchange.CallsOf(LongShortRatio);
        _clock.Advance(TimeSpan.FromMinutes(10));
        await service.AnalyzeAsync("BTCUSDT");
        service.Exchange.CallsOf(LongShortRatio).ShouldBe(asked);
    }
}
