using System.Globalization;
using System.Net;
using System.Text.Json;
using OmnipotentFutures.PaperExchange.Simulation;

namespace OmnipotentFutures.PaperExchange.Tests.Api;

/// <summary>The simulated catalogue's special contracts as a client sees them.</summary>
public sealed class SpecialContractsTests
{
    private static SimulatedMarket Market => new(new() { Now = StubMarket.Noon });

    [Fact]
    public async Task Funding_of_a_squeezed_contract_agrees_across_the_change_of_its_interval()
    {
        await using var host = await PaperExchangeHost.StartAsync(Market);

        var terms = (await host.GetJsonAsync("/fapi/v1/fundingInfo")).EnumerateArray().Single(row => row.GetProperty("symbol").GetString() == "OMUSDT");
        var settlements = (await host.GetJsonAsync("/fapi/v1/fundingRate?symbol=OMUSDT&limit=1000")).EnumerateArray().ToList();
        var present = await host.GetJsonAsync("/fapi/v1/premiumIndex?symbol=OMUSDT");

        terms.GetProperty("fundingIntervalHours").GetInt32().ShouldBe(1);
        present.GetProperty("nextFundingTime").GetInt64().ShouldBe(StubMarket.Noon + StubMarket.Hour);
        var times = settlements.ConvertAll(row => row.GetProperty("fundingTime").GetInt64());
        var change = terms.GetProperty("updateTime").GetInt64();
        settlements[times.IndexOf(change)].GetProperty("fundingRate").GetString().ShouldBe(terms.GetProperty("adjustedFundingRateFloor").GetString());
        times.Zip(times.Skip(1), (time, next) => next - time).ShouldBe(
            times.SkipLast(1).Select(time => time < change ? 8 * StubMarket.Hour : StubMarket.Hour));

        // The settled rate of each whole hour is [P + clamp(I - P)] / 8 of the premium index around it.
        var hours = (await host.GetJsonAsync("/fapi/v1/premiumIndexKlines?symbol=OMUSDT&interval=1h&limit=48")).EnumerateArray().ToList();
        foreach (var bar in hours.SkipLast(1))
        {
            var settled = settlements.Single(row => row.GetProperty("fundingTime").GetInt64() == bar[6].GetInt64() + 1);
            Number(settled.GetProperty("fundingRate")).ShouldBeInRange((Number(bar[3]) + 0.0005m) / 8, (Number(bar[2]) + 0.0005m) / 8);
        }
    }

    [Theory]
    [InlineData("1m")]
    [InlineData("30m")]
    [InlineData("8h")]
    [InlineData("1d")]
    [InlineData("1w")]
    [InlineData("1M")]
    public async Task Premium_index_has_bars_of_every_interval(string interval)
    {
        await using var host = await PaperExchangeHost.StartAsync(Market);

        var rows = (await host.GetJsonAsync($"/fapi/v1/premiumIndexKlines?symbol=SOLUSDT&interval={interval}&limit=20")).EnumerateArray().ToList();

        rows.ShouldNotBeEmpty();
        rows.ShouldAllBe(row => row.GetArrayLength() == 12 && Math.Abs(Number(row[4])) < 0.03m && Number(row[3]) <= Number(row[2]));
        rows.ShouldContain(row => Number(row[3]) < 0);
    }

    [Fact]
    public async Task Gold_has_no_basis_no_ratios_and_no_spot_pair()
    {
        await using var host = await PaperExchangeHost.StartAsync(Market);

        using var basis = await host.Client.GetAsync("/futures/data/basis?pair=XAUUSDT&contractType=PERPETUAL&period=5m");

        basis.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await basis.Content.ReadAsStringAsync()).ShouldBe("""{"msg":"Invalid contract type","code":-4104}""");
        (await host.Client.GetStringAsync("/futures/data/topLongShortPositionRatio?symbol=XAUUSDT&period=5m")).ShouldBe("[]");
        (await host.GetJsonAsync("/futures/data/openInterestHist?symbol=XAUUSDT&period=5m")).GetArrayLength().ShouldBe(30);
        (await host.Client.GetAsync("/api/v3/ticker/price?symbol=XAUUSDT")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private static decimal Number(JsonElement text) => decimal.Parse(text.GetString()!, CultureInfo.InvariantCulture);
}
