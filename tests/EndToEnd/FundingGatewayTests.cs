using System.Globalization;
using System.Net.Http.Headers;
using OmnipotentFutures.Gateway;

namespace OmnipotentFutures.EndToEnd;

/// <summary>The whole market and the past, as a page behind the gateway asks for them.</summary>
[Collection(OnFrozenExchange.Name)]
public sealed class FundingGatewayTests(FrozenFunding funding) : IClassFixture<FrozenFunding>, IAsyncLifetime
{
    private ServiceUnderTest _gateway = null!;

    public async Task InitializeAsync() =>
        _gateway = await ServiceUnderTest.StartAsync(GatewayService.Build, $"--FUNDING_SERVICE_URL={funding.Service.Address}");

    public async Task DisposeAsync() => await _gateway.DisposeAsync();

    [Fact]
    public async Task Screener_comes_through_with_its_query()
    {
        var data = await _gateway.DataAsync("/api/funding-derivatives/screener?limit=5");

        data.At("count").GetInt32().ShouldBe(5);
        data.At("total").GetInt32().ShouldBeGreaterThan(5);
        data.TextAt("sort").ShouldBe("volume_24h_usdt");
        var volumes = data.ArrayAt("rows").Select(row => row.NumberAt("volume_24h_usdt")).ToList();
        volumes.Count.ShouldBe(5);
        volumes.ShouldBe(volumes.OrderDescending());
    }

    [Fact]
    public async Task History_comes_through_with_its_query()
    {
        var data = await _gateway.DataAsync("/api/funding-derivatives/history/BTCUSDT?metric=funding&limit=7");

        data.TextAt("symbol").ShouldBe("BTCUSDT");
        data.TextAt("metric").ShouldBe("funding");
        data.ArrayAt("points").Length.ShouldBe(7);
        var times = data.ArrayAt("points").Select(point => point.TimeAt("time")).ToList();
        times.Zip(times.Skip(1), (earlier, later) => later - earlier).ShouldAllBe(gap => gap == 8 * 3_600_000);
    }

    [Fact]
    public async Task Extremes_come_through()
    {
        var data = await _gateway.DataAsync("/api/funding-derivatives/extremes");

        data.ArrayAt("rows").Select(row => row.TextAt("symbol")).ShouldContain("OMUSDT");
    }

    [Fact]
    public async Task Csv_by_accept_comes_through_as_a_file_of_the_same_rows()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/funding-derivatives/screener?limit=5&sort=rate_8h");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/csv"));
        using var response = await _gateway.Http.SendAsync(request);
        var rows = (await _gateway.DataAsync("/api/funding-derivatives/screener?limit=5&sort=rate_8h")).ArrayAt("rows");

        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
        response.Content.Headers.ContentDisposition!.FileName!.ShouldEndWith(".csv");
        var lines = (await response.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(',')).ToArray();
        lines.Length.ShouldBe(6);
        lines.ShouldAllBe(line => line.Length == lines[0].Length);
        Column("symbol").ShouldBe(rows.Select(row => row.TextAt("symbol")!));
        Column("rate_8h").Select(rate => decimal.Parse(rate, CultureInfo.InvariantCulture)).ShouldBe(rows.Select(row => row.NumberAt("rate_8h")));
        Column("source").ShouldAllBe(source => source == "paper-simulated");

        IEnumerable<string> Column(string name) => lines.Skip(1).Select(line => line[Array.IndexOf(lines[0], name)]);
    }

    [Theory]
    [InlineData("screener?sort=volume", "sort is not one of ours: use symbol, volume_24h_usdt, rate,")]
    [InlineData("screener?limit=0", "limit is not a whole number from 1 to 1000.")]
    [InlineData("screener?min_volume=-1", "min_volume is not a number of 0 or more")]
    [InlineData("history/BTCUSDT?metric=price", "metric is not one of ours: use funding, open_interest, basis or long_short.")]
    [InlineData("history/BTCUSDT?metric=basis&period=7m", "period is not one of ours: use 5m,")]
    [InlineData("history/BTCUSDT?metric=funding&period=1h", "period does not apply to funding")]
    [InlineData("history/BTCUSDT?metric=basis&limit=501", "limit is not a whole number from 1 to 500.")]
    public async Task Mistake_is_refused_with_what_is_allowed(string path, string sentence)
    {
        using var response = await _gateway.Http.GetAsync(new Uri($"/api/funding-derivatives/{path}", UriKind.Relative));
        var problem = await _gateway.GetAsync($"/api/funding-derivatives/{path}", 400);

        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        problem.TextAt("code").ShouldBe("invalid_request");
        problem.TextAt("detail")!.ShouldStartWith(sentence);
    }
}
