using Microsoft.Extensions.Time.Testing;
using OmnipotentFutures.FundingDerivatives.Tests.Stub;
using static OmnipotentFutures.FundingDerivatives.Tests.Stub.BinanceSamples;

namespace OmnipotentFutures.FundingDerivatives.Tests;

/// <summary>Levels, alerts and evidence from settlements, over HTTP.</summary>
public sealed class CrowdingTests : IAsyncLifetime
{
    private const long Hour = 3_600_000;
    private const string Pepe = "1000PEPEUSDT";

    // Of four hours two thirds of the weight are taken.
    private const long Next = 1_789_480_800_000;

    private ServiceUnderTest _service = null!;

    public async Task InitializeAsync() => _service = await ServiceUnderTest.StartAsync(new FakeTimeProvider(DateTimeOffset.FromUnixTimeMilliseconds(Time)));

    public async Task DisposeAsync() => await _service.DisposeAsync();

    [Fact]
    public async Task Rate_that_is_rare_and_dear_is_extreme_and_fires_until_it_settles()
    {
        SettleEvery(4, 540, _ => 0.00005m);

        var report = await _service.AnalyzeAsync(Pepe, "en");

        // 0.03 % per 4 hours is 0.06 % per 8 where all 540 settlements were 0.01 %.
        var funding = report["funding_rate"]!;
        funding.ShouldHaveJson("status", "\"EXTREME_BULLISH\"");
        funding.ShouldHaveJson("level", "\"EXTREME\"");
        funding.ShouldHaveJson("level_reasons", """["percentile_and_floor"]""");
        funding["standings"]![1]!.ShouldBeJson("""{"days":90,"percentile":100,"robust_z":null,"n":540}""");
        report["alerts"]!.AsArray().ShouldHaveSingleItem().ShouldBeJson($$"""
            {"key":"1000PEPEUSDT:funding:longs_pay:extreme","metric":"funding","side":"LONGS_PAY","level":"EXTREME","state":"fired","fired_at":{{Time}},
             "cleared_at":null,"cooldown_until":{{Time + (8 * Hour)}},"provisional":true,"reasons":["percentile_and_floor"],
             "reason":"Longs became extremely crowded at a very high cost of carry (not a forecast of direction)"}
            """);
        // It never was so before: no events of its own, and the reference beside it.
        funding["evidence"]![0]!.ShouldHaveJson("events", "0");
        funding["evidence"]![0]!.ShouldHaveJson("forward_24h_mean", "null");
        funding["evidence"]![0]!.ShouldHaveJson("reason", "\"Fewer than eight events at this level: no mean is given\"");
        funding["evidence"]![1]!.ShouldBeJson("""
            {"source":"reference","symbol":"BTCUSDT","from":1640995200000,"to":1761523200000,"sample":4188,"rule":"rate_8h >= 0.05 %, longs_pay","events":15,
             "forward_24h_mean":0.9,"forward_24h_low":-0.43,"forward_24h_high":2.4,"up_share":67,"unconditional_24h_mean":0.1,"reason":null}
            """);
    }

    [Fact]
    public async Task Level_is_held_until_the_rate_is_clearly_below_it()
    {
        // The last settlement was extreme (0.06 % per 8 hours). 0.021 % per 4 hours are 0.042 %: above 80 % of 0.05 %. 0.019 % are below.
        SettleEvery(4, 540, i => i == 0 ? 0.0003m : 0.00005m);

        Premium("0.00021000");
        var held = (await _service.AnalyzeAsync(Pepe))["funding_rate"];
        held.ShouldHaveJson("level", "\"EXTREME\"");
        held.ShouldHaveJson("level_reasons", """["percentile_and_floor","held_by_hysteresis"]""");

        await using var other = await ServiceUnderTest.StartAsync(new FakeTimeProvider(DateTimeOffset.FromUnixTimeMilliseconds(Time)));
        SettleEvery(other, 4, 540, i => i == 0 ? 0.0003m : 0.00005m);
        Premium(other, "0.00019000");
        (await other.AnalyzeAsync(Pepe))["funding_rate"].ShouldHaveJson("level", "\"HIGH\"");
    }

    [Fact]
    public async Task Alert_that_has_ended_is_told_for_a_while_with_its_end()
    {
        // Extreme from 16 to 12 hours ago.
        SettleEvery(4, 540, i => i is 3 or 4 ? 0.0003m : 0.00005m);
        Premium("0.00005000");

        var alert = (await _service.AnalyzeAsync(Pepe))["alerts"]!.AsArray().ShouldHaveSingleItem()!;

        alert.ShouldHaveJson("state", "\"cleared\"");
        alert.ShouldHaveJson("fired_at", $"{Next - (20 * Hour)}");
        alert.ShouldHaveJson("cleared_at", $"{Next - (12 * Hour)}");
        alert.ShouldHaveJson("provisional", "false");
    }

    [Fact]
    public async Task Own_events_show_what_the_price_did_and_what_it_always_does()
    {
        // A hundred days of eight hours; every eighth day one settlement higher than all before. The price rises by 1 % every 24 hours, whatever funding does.
        _service.Exchange.Set($"{FundingRate} BTCUSDT", Rows(300, i => Settlement(
            "BTCUSDT", LastSettlement - (8 * Hour * i), i % 24 == 1 ? 0.0009m - (0.000001m * i) : 0.0001m, 80_000m * (decimal)Math.Pow(1.01, (300 - i) / 3.0))));
        _service.Exchange.SetPremium("BTCUSDT", mark: "80008.00", index: "80000.00", rate: "0.00100000", next: 1_789_488_000_000);

        var funding = (await _service.AnalyzeAsync("BTCUSDT"))["funding_rate"]!;

        funding.ShouldHaveJson("level", "\"EXTREME\"");
        var own = funding["evidence"]![0]!;
        own.ShouldHaveJson("rule", "\"level >= EXTREME, longs_pay\"");
        own["events"]!.GetValue<int>().ShouldBeGreaterThanOrEqualTo(8);
        own["forward_24h_mean"]!.GetValue<double>().ShouldBe(1, 1e-4);
        own["unconditional_24h_mean"]!.GetValue<double>().ShouldBe(1, 1e-4);
        own.ShouldHaveJson("up_share", "100");
    }

    [Fact]
    public async Task Rate_near_the_cap_is_extreme_whatever_its_history()
    {
        _service.Exchange.SetPremium("BTCUSDT", mark: "80008.00", index: "80000.00", rate: "-0.00300000", next: 1_789_488_000_000);
        _service.Exchange.Set($"{FundingRate} BTCUSDT", "[]");

        var funding = (await _service.AnalyzeAsync("BTCUSDT", "en"))["funding_rate"]!;

        funding.ShouldHaveJson("cap_utilisation", "100");
        funding.ShouldHaveJson("status", "\"EXTREME_BEARISH\"");
        funding.ShouldHaveJson("level_reasons", """["cap_utilisation"]""");
        funding["interval_risk"].ShouldHaveJson("status", "\"LIKELY\"");
        funding["interval_risk"].ShouldHaveJson("reason", "\"The rate is at its limit: if it settles there, settlement becomes hourly\"");
        // At the floor the average premium may be anything below: with -0.03 % now it may settle anywhere from the floor up.
        funding["projected"].ShouldHaveJson("low", "-0.3");
    }

    [Fact]
    public async Task Contract_that_was_switched_to_hourly_last_week_says_so_and_counts_what_was_settled()
    {
        // Ninety settlements of eight hours, the last at the cap; then a hundred hourly ones, the last five calm.
        await using var service = await ServiceUnderTest.StartAsync(new FakeTimeProvider(DateTimeOffset.FromUnixTimeMilliseconds(Time)), exchange => Rules(exchange, 1));
        var change = Time - (Time % Hour) - (100 * Hour);
        var hourly = Enumerable.Range(1, 100).Select(i => Settlement(Pepe, change + (i * Hour), i > 95 ? 0.0002m : 0.001m, 0.01m));
        var before = Enumerable.Range(0, 90).Select(i => Settlement(Pepe, change - ((89 - i) * 8 * Hour), i == 89 ? 0.02m : 0.0001m, 0.01m));
        service.Exchange.Set($"{FundingRate} {Pepe}", $"[{string.Join(',', before.Concat(hourly))}]");

        var report = await service.AnalyzeAsync(Pepe);
        var funding = report["funding_rate"]!;

        funding.ShouldHaveJson("interval_hours", "1");
        funding.ShouldHaveJson("interval_change", $$"""{"from_hours":8,"to_hours":1,"at":{{change}}}""");
        funding["interval_risk"].ShouldHaveJson("status", "\"SHORTENED\"");
        funding["interval_risk"].ShouldHaveJson("calm_settlements", "5");
        // Seven days: 5 x 0.02 % + 95 x 0.1 % + the 2 % at the cap + 8 x 0.01 % before it (168 hours reach 68 hours before the change).
        funding["realised"]![2]!.ShouldBeJson("""{"days":7,"rate":11.68,"settlements":109,"complete":true}""");
        report["alerts"]!.AsArray().Select(alert => alert!["metric"]!.GetValue<string>()).ShouldContain("funding_interval");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(8)]
    public async Task Every_interval_is_told_and_made_comparable(int hours)
    {
        await using var service = await ServiceUnderTest.StartAsync(new FakeTimeProvider(DateTimeOffset.FromUnixTimeMilliseconds(Time)), exchange => Rules(exchange, hours));
        SettleEvery(service, hours, 400, _ => 0.0001m * hours / 8);
        Premium(service, "0.00010000");

        var funding = (await service.AnalyzeAsync(Pepe))["funding_rate"]!;

        funding.ShouldHaveJson("interval_hours", $"{hours}");
        funding["rate_8h"]!.GetValue<decimal>().ShouldBe(0.01m * 8 / hours);
        funding["apr"]!.GetValue<decimal>().ShouldBe(0.01m * 24 / hours * 365);
        // One day at the baseline costs three times 0.01 % whatever the interval.
        funding["realised"]![0]!.ShouldHaveJson("rate", "0.03");
        funding["realised"]![0]!.ShouldHaveJson("settlements", $"{24 / hours}");
    }

    private static void Rules(StubExchange exchange, int hours) => exchange.Set(FundingInfo, $$"""
        [{"symbol":"1000PEPEUSDT","adjustedFundingRateCap":"0.02000000","adjustedFundingRateFloor":"-0.02000000","fundingIntervalHours":{{hours}},"disclaimer":false,"updateTime":1758377721362}]
        """);

    private void Premium(string rate) => Premium(_service, rate);

    private static void Premium(ServiceUnderTest service, string rate) =>
        service.Exchange.SetPremium(Pepe, mark: "0.01005", index: "0.01000", rate: rate, next: Next);

    private void SettleEvery(int hours, int count, Func<int, decimal> rate) => SettleEvery(_service, hours, count, rate);

    private static void SettleEvery(ServiceUnderTest service, int hours, int count, Func<int, decimal> rate)
    {
        service.Exchange.Set($"{FundingRate} {Pepe}", Rows(count, i => Settlement(Pepe, Next - (hours * Hour * (i + 1)), rate(i), 0.01m)));
    }
}
