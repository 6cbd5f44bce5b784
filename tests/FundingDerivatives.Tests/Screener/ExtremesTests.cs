using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using OmnipotentFutures.FundingDerivatives.Tests.Stub;
using static OmnipotentFutures.FundingDerivatives.Tests.Stub.BinanceSamples;

namespace OmnipotentFutures.FundingDerivatives.Tests.Screener;

public sealed class ExtremesTests : IAsyncLifetime
{
    private const long Now = Time;
    private const long Next = 1_789_480_800_000;
    private readonly FakeTimeProvider _clock = new(DateTimeOffset.FromUnixTimeMilliseconds(Now));
    private ServiceUnderTest _service = null!;

    public async Task InitializeAsync() => _service = await ServiceUnderTest.StartAsync(_clock, MarketSamples.SetWholeMarket);

    public async Task DisposeAsync() => await _service.DisposeAsync();

    [Fact]
    public async Task Rate_near_the_cap_is_extreme_whatever_its_rank()
    {
        // The hour is young: the running estimate alone would not do, but the last settlement was near the cap as well.
        SetSettlements("HOURUSDT", hours: 1, Enumerable.Repeat(0.017m, 10));

        var data = await GetAsync("/extremes?lang=en");

        data["rows"]!.AsArray().Single().ShouldBeJson("""
            {"symbol":"HOURUSDT","side":"LONGS_PAY","rate":1.6,"rate_8h":12.8,"apr":14016,"cap_utilisation":80,"percentile":0,"n":10,"reasons":["cap_utilisation"],
             "signal":"Longs became extremely crowded at a very high cost of carry (not a forecast of direction)",
             "next_funding_time":1789480800000,"volume_24h_usdt":60000000}
            """);
        // The same level as the analysis gives.
        var funding = (await _service.AnalyzeAsync("HOURUSDT"))["funding_rate"];
        funding.ShouldHaveJson("level", "\"EXTREME\"");
        funding.ShouldHaveJson("level_reasons", """["cap_utilisation"]""");
    }

    [Fact]
    public async Task Young_estimate_is_not_extreme_by_itself()
    {
        SetSettlements("HOURUSDT", hours: 1, Enumerable.Repeat(0.0001m, 100));

        (await GetAsync("/extremes"))["rows"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Rate_that_is_dear_in_itself_and_for_the_contract_is_extreme()
    {
        // 99 of 100 below -0.005 when the sign is turned: the rate of -0.005 stands at the least of its own.
        SetSettlements("币安人生USDT", hours: 4, Enumerable.Range(0, 200).Select(i => 0.0001m * (i % 7)));

        var data = await GetAsync("/extremes");

        var row = data["rows"]!.AsArray().Single(row => row!["symbol"]!.GetValue<string>() == "币安人生USDT")!;
        row.ShouldHaveJson("side", "\"SHORTS_PAY\"");
        row.ShouldHaveJson("reasons", """["percentile_and_floor"]""");
        row.ShouldHaveJson("percentile", "0");
        row.ShouldHaveJson("n", "200");
        row.ShouldHaveJson("cap_utilisation", "25");
        row["signal"]!.GetValue<string>().ShouldContain("yön tahmini değildir");
        data.ShouldHaveJson("count", "1");
        data.ShouldHaveJson("candidates", "3");
        Unconfirmed(data).ShouldBe(["HOURUSDT insufficient_history", "1000SATSUSDT insufficient_history"]);
    }

    [Theory]
    // 0.0003 in 4 hours stands above 0.0001: of 200 four at it are one hundredth with ties counted half.
    [InlineData(0, true, 100)]
    [InlineData(3, true, 99.25)]
    [InlineData(4, true, 99)]
    [InlineData(5, false, 0)]
    public async Task Among_the_dearest_hundredth_is_extreme_and_below_it_is_ruled_out(int ties, bool isExtreme, double percentile)
    {
        SetSettlements("1000SATSUSDT", hours: 4, Enumerable.Repeat(0.0003m, ties).Concat(Enumerable.Repeat(0.0001m, 200 - ties)));

        var data = await GetAsync("/extremes");

        var row = data["rows"]!.AsArray().SingleOrDefault(row => row!["symbol"]!.GetValue<string>() == "1000SATSUSDT");
        (row is not null).ShouldBe(isExtreme);
        data.ShouldHaveJson("ruled_out", isExtreme ? "0" : "1");
        Unconfirmed(data).ShouldBe(["币安人生USDT insufficient_history", "HOURUSDT insufficient_history"]);
        if (isExtreme)
        {
            row!["percentile"]!.GetValue<double>().ShouldBe(percentile, 0.01);
        }
    }

    [Theory]
    [InlineData(59, "insufficient_history")]
    [InlineData(60, null)]
    public async Task Sixty_comparable_settlements_are_the_least(int settlements, string? reason)
    {
        SetSettlements("1000SATSUSDT", hours: 4, Enumerable.Repeat(0.0001m, settlements));

        Unconfirmed(await GetAsync("/extremes")).Contains($"1000SATSUSDT {reason}").ShouldBe(reason is not null);
    }

    [Fact]
    public async Task Settlements_of_more_than_ninety_days_ago_do_not_count()
    {
        SetSettlements("1000SATSUSDT", hours: 4, Enumerable.Repeat(0.01m, 400).Concat(Enumerable.Repeat(0.0001m, 540)));

        var row = (await GetAsync("/extremes"))["rows"]!.AsArray().Single(row => row!["symbol"]!.GetValue<string>() == "1000SATSUSDT");

        row.ShouldHaveJson("n", "540");
        row.ShouldHaveJson("percentile", "100");
    }

    [Fact]
    public async Task Settlements_that_cannot_be_read_leave_the_candidate_unconfirmed()
    {
        await using var service = await ServiceUnderTest.StartAsync(prepare: MarketSamples.SetWholeMarket);
        service.Exchange.Set($"{FundingRate} 1000SATSUSDT", "<html>", type: "text/html");

        var data = JsonNode.Parse(await service.Http.GetStringAsync("/extremes"))!["data"]!;

        Unconfirmed(data).ShouldBe(["币安人生USDT insufficient_history", "HOURUSDT insufficient_history", "1000SATSUSDT settlements_unavailable"]);
        data["unconfirmed"]![2].ShouldBeJson("""
            {"symbol":"1000SATSUSDT","side":"LONGS_PAY","rate":0.03,"rate_8h":0.06,"n":null,"reason":"settlements_unavailable","volume_24h_usdt":5000000}
            """);
    }

    [Fact]
    public async Task Forty_candidates_are_checked_by_volume_and_the_rest_is_listed()
    {
        string[] symbols = [.. Enumerable.Range(10, 45).Select(i => $"C{i}USDT")];
        await using var service = await ServiceUnderTest.StartAsync(_clock, exchange =>
        {
            exchange.Set(ExchangeInfo, $$"""{"symbols":[{{Joined(symbol => MarketSamples.Listed(symbol, symbol[..3], "USDT"))}}]}""");
            exchange.Set(MarketSamples.AllPremiums, $"[{Joined(symbol => MarketSamples.Premium(symbol, "1", "1", "0.00060000", MarketSamples.Next))}]");
            exchange.Set(MarketSamples.Tickers, $"[{Joined(symbol => MarketSamples.Ticker(symbol, "1", "1", symbol[1..3] + "000"))}]");
            exchange.Set(FundingInfo, $"[{Joined(symbol => MarketSamples.Rule(symbol, "0.02", 8))}]");
        });

        var data = JsonNode.Parse(await service.Http.GetStringAsync("/extremes"))!["data"]!;

        data.ShouldHaveJson("candidates", "45");
        var unconfirmed = Unconfirmed(data);
        unconfirmed.Count.ShouldBe(45);
        unconfirmed.Take(2).ShouldBe(["C54USDT insufficient_history", "C53USDT insufficient_history"]);
        unconfirmed.Skip(40).ShouldBe(["C14USDT not_checked", "C13USDT not_checked", "C12USDT not_checked", "C11USDT not_checked", "C10USDT not_checked"]);
        service.Exchange.CallsOf(FundingRate).ShouldBe(40);

        await service.Http.GetStringAsync("/extremes");
        service.Exchange.CallsOf(FundingRate).ShouldBe(40);

        string Joined(Func<string, string> row) => string.Join(',', symbols.Select(row));
    }

    [Fact]
    public async Task Without_rules_nothing_can_be_compared_and_that_is_said()
    {
        await using var service = await ServiceUnderTest.StartAsync(prepare: exchange =>
        {
            exchange.SetWholeMarket();
            exchange.Set(FundingInfo, "<html>", type: "text/html");
        });

        var data = JsonNode.Parse(await service.Http.GetStringAsync("/extremes"))!["data"]!;

        data.ShouldHaveJson("count", "0");
        data.MissingInputs().ShouldBe(["funding_info"]);
    }

    private static IReadOnlyList<string> Unconfirmed(JsonNode data) =>
        [.. data["unconfirmed"]!.AsArray().Select(row => $"{row!["symbol"]!.GetValue<string>()} {row["reason"]!.GetValue<string>()}")];

    private async Task<JsonNode> GetAsync(string path)
    {
        var body = JsonNode.Parse(await _service.Http.GetStringAsync(path))!;
        body.ShouldHaveJson("success", "true");
        return body["data"]!;
    }

    private void SetSettlements(string symbol, int hours, IEnumerable<decimal> rates)
    {
        decimal[] oldestFirst = [.. rates];
        var rows = oldestFirst.Select((rate, i) => string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"symbol":"{{symbol}}","fundingTime":{{Next - ((oldestFirst.Length - i) * hours * 3_600_000L) + (i % 9)}},"fundingRate":"{{rate:0.00000000}}","markPrice":"1.0","rateType":"Regular"}"""));
        _service.Exchange.Set($"{FundingRate} {symbol}", $"[{string.Join(',', rows)}]");
    }
}
