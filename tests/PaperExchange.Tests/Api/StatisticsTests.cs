using System.Text.Json;

namespace OmnipotentFutures.PaperExchange.Tests.Api;

public sealed class StatisticsTests
{
    private const long FiveMinutes = 5 * StubMarket.Minute;

    [Fact]
    public async Task Open_interest_history_has_the_readings_on_the_period()
    {
        await using var host = await PaperExchangeHost.StartAsync();

        var body = await host.Client.GetStringAsync("/futures/data/openInterestHist?symbol=BTCUSDT&period=1h&limit=1");
        var all = await host.GetJsonAsync("/futures/data/openInterestHist?symbol=BTCUSDT&period=1h");

        body.ShouldBe($$"""[{"symbol":"BTCUSDT","sumOpenInterest":"1024.00000000","sumOpenInterestValue":"100024.00000000","CMCCirculatingSupply":"20000000.00000000","timestamp":{{StubMarket.Noon - StubMarket.Hour}}}]""");
        Timestamps(all).ShouldBe([StubMarket.Noon - (3 * StubMarket.Hour), StubMarket.Noon - (2 * StubMarket.Hour), StubMarket.Noon - StubMarket.Hour]);
    }

    [Theory]
    [InlineData("globalLongShortAccountRatio")]
    [InlineData("topLongShortAccountRatio")]
    [InlineData("topLongShortPositionRatio")]
    public async Task Long_short_ratio_follows_from_the_share_of_longs(string name)
    {
        await using var host = await PaperExchangeHost.StartAsync();

        var body = await host.Client.GetStringAsync($"/futures/data/{name}?symbol=BTCUSDT&period=5m&limit=1");

        body.ShouldBe($$"""[{"symbol":"BTCUSDT","longAccount":"0.6000","longShortRatio":"1.5000","shortAccount":"0.4000","timestamp":{{StubMarket.Noon - FiveMinutes}}}]""");
    }

    [Fact]
    public async Task Taker_volumes_are_summed_over_whole_buckets_only()
    {
        await using var host = await PaperExchangeHost.StartAsync();
        host.Time.Advance(TimeSpan.FromMinutes(30));

        var hourly = await host.Client.GetStringAsync("/futures/data/takerlongshortRatio?symbol=BTCUSDT&period=1h&limit=1");
        var twoHourly = await host.GetJsonAsync("/futures/data/takerlongshortRatio?symbol=BTCUSDT&period=2h");

        hourly.ShouldBe($$"""[{"buySellRatio":"1.5000","sellVol":"24.0000","buyVol":"36.0000","timestamp":{{StubMarket.Noon - StubMarket.Hour}}}]""");
        // Three hours up to noon: the first bucket of two hours, from 08:00, holds one of them.
        Timestamps(twoHourly).ShouldBe([StubMarket.Noon - (4 * StubMarket.Hour), StubMarket.Noon - (2 * StubMarket.Hour)]);
    }

    [Fact]
    public async Task Taker_bucket_under_way_is_left_out()
    {
        var contract = StubInstrument.WithHistory(StubMarket.Typical().Instruments[0]);
        contract.TakerReadings.Add(new(StubMarket.Noon, 1, 1));
        await using var host = await PaperExchangeHost.StartAsync(new StubMarket(contract));
        host.Time.Advance(TimeSpan.FromMinutes(10));

        var hourly = await host.GetJsonAsync("/futures/data/takerlongshortRatio?symbol=BTCUSDT&period=1h&limit=1");
        var fiveMinutes = await host.GetJsonAsync("/futures/data/takerlongshortRatio?symbol=BTCUSDT&period=5m&limit=1");

        Timestamps(hourly).ShouldBe([StubMarket.Noon - StubMarket.Hour]);
        Timestamps(fiveMinutes).ShouldBe([StubMarket.Noon]);
    }

    [Fact]
    public async Task Basis_of_a_perpetual_is_what_closed_at_the_instant_and_has_no_yearly_rate()
    {
        await using var host = await PaperExchangeHost.StartAsync();

        var body = await host.Client.GetStringAsync("/futures/data/basis?pair=BTCUSDT&contractType=PERPETUAL&period=1h&limit=1");

        body.ShouldBe($$"""[{"indexPrice":"135.00000000","contractType":"PERPETUAL","basisRate":"0.0074","futuresPrice":"136.00","annualizedBasisRate":"","basis":"1.00000000","pair":"BTCUSDT","timestamp":{{StubMarket.Noon}}}]""");
    }

    [Fact]
    public async Task Basis_of_a_delivery_contract_is_annualized_over_the_days_left()
    {
        await using var host = await PaperExchangeHost.StartAsync();

        var row = (await host.GetJsonAsync("/futures/data/basis?pair=BTCUSDT&contractType=CURRENT_QUARTER&period=1h&limit=1"))[0];

        // 1/135 over 73 days, a fifth of a year.
        row.GetProperty("annualizedBasisRate").GetString().ShouldBe("0.0370");
    }

    [Fact]
    public async Task Series_that_was_not_recorded_is_empty()
    {
        await using var host = await PaperExchangeHost.StartAsync(new StubMarket(new StubInstrument(StubMarket.Typical().Instruments[0])));

        foreach (var name in new[] { "openInterestHist", "globalLongShortAccountRatio", "takerlongshortRatio" })
        {
            (await host.Client.GetStringAsync($"/futures/data/{name}?symbol=BTCUSDT&period=5m")).ShouldBe("[]");
        }

        (await host.Client.GetStringAsync("/futures/data/basis?pair=BTCUSDT&contractType=PERPETUAL&period=5m")).ShouldBe("[]");
        (await host.Client.GetStringAsync("/fapi/v1/fundingRate?symbol=BTCUSDT")).ShouldBe("[]");
    }

    private static IEnumerable<long> Timestamps(JsonElement rows) => rows.EnumerateArray().Select(row => row.GetProperty("timestamp").GetInt64());
}
