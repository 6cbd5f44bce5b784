using System.IO.Compression;
using System.Text.Json;

namespace OmnipotentFutures.EndToEnd;

/// <summary>The same book, looked at in three ways.</summary>
public sealed class ViewsTests(SimulatedSuite simulated) : IClassFixture<SimulatedSuite>
{
    private readonly SuiteUnderTest _suite = simulated.Suite;

    [Fact]
    public async Task Analysis_heatmap_and_map_show_the_same_book()
    {
        // One book is kept for five seconds: on a slow machine the three may not all come within them at the first try.
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        JsonElement analysis, heatmap, map;
        do
        {
            analysis = await DataAsync("/analyze/BTCUSDT?range=24h");
            heatmap = await DataAsync("/heatmap/BTCUSDT?range=24h");
            map = await DataAsync("/map/BTCUSDT");
        }
        while (!(AsOf(analysis) == AsOf(heatmap) && AsOf(heatmap) == AsOf(map)) && !patience.IsCancellationRequested);

        AsOf(heatmap).ShouldBe(AsOf(analysis));
        AsOf(map).ShouldBe(AsOf(analysis));
        var price = analysis.GetProperty("current_price").GetDecimal();
        heatmap.GetProperty("current_price").GetDecimal().ShouldBe(price);
        map.GetProperty("current_price").GetDecimal().ShouldBe(price);
        heatmap.GetProperty("range").ToString().ShouldBe(analysis.GetProperty("range").ToString());

        // What a move reaches is what the map says of it.
        foreach (var move in analysis.GetProperty("moves").EnumerateArray())
        {
            var reach = move.GetProperty("percent").GetDecimal() / 100;
            Reached(map, "longs", row => row[0] >= price * (1 - reach)).ShouldBe(move.GetProperty("long_volume").GetDecimal());
            Reached(map, "shorts", row => row[0] <= price * (1 + reach)).ShouldBe(move.GetProperty("short_volume").GetDecimal());
        }

        // The tiers are the map's totals.
        var tiers = analysis.GetProperty("tiers").EnumerateArray().ToList();
        tiers.Sum(tier => tier.GetProperty("long_volume").GetDecimal()).ShouldBe(map.GetProperty("total_long_volume").GetDecimal(), 0.1m);
        tiers.Sum(tier => tier.GetProperty("short_volume").GetDecimal()).ShouldBe(map.GetProperty("total_short_volume").GetDecimal(), 0.1m);

        // The last column of the picture is the map's rows between its lowest and highest price.
        var now = heatmap.GetProperty("times").GetArrayLength() - 1;
        var cells = Cells(heatmap).Where(cell => cell[0] == now).ToList();
        var prices = heatmap.GetProperty("prices").EnumerateArray().Select(value => value.GetDecimal()).ToList();
        var half = 1 + (heatmap.GetProperty("row_percent").GetDecimal() / 200);
        Shown(cells, 2).ShouldBe(Reached(map, "longs", row => row[0] >= prices[0] / half), cells.Count);
        Shown(cells, 3).ShouldBe(Reached(map, "shorts", row => row[0] <= prices[^1] * half), cells.Count);
    }

    [Theory]
    [InlineData("12h", 144, 300_000)]
    [InlineData("24h", 288, 300_000)]
    [InlineData("3d", 144, 1_800_000)]
    [InlineData("7d", 336, 1_800_000)]
    [InlineData("30d", 360, 7_200_000)]
    public async Task Heatmap_through_the_gateway_has_the_ranges_columns(string range, int columns, long step)
    {
        var data = (await _suite.GetAsync(_suite.Gateway, $"/api/liquidation-heatmap/heatmap/BTCUSDT?range={range}")).GetProperty("data");

        data.GetProperty("range").GetProperty("name").GetString().ShouldBe(range);
        var times = data.GetProperty("times").EnumerateArray().Select(time => time.GetInt64()).ToList();
        times.Count.ShouldBe(columns);
        (times[^1] - times[0]).ShouldBe((columns - 1) * step);
        data.GetProperty("candles").GetArrayLength().ShouldBe(columns);
        data.GetProperty("cells").GetArrayLength().ShouldBeGreaterThan(columns);
        data.GetProperty("prices").GetArrayLength().ShouldBeInRange(20, 240);
    }

    [Theory]
    [InlineData("12h")]
    [InlineData("30d")]
    public async Task Live_is_the_end_of_the_heatmap(string range)
    {
        // As above: both within the five seconds of one book.
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        JsonElement heatmap, live;
        do
        {
            heatmap = await DataAsync($"/heatmap/BTCUSDT?range={range}");
            live = await DataAsync($"/live/BTCUSDT?range={range}");
        }
        while (AsOf(heatmap) != AsOf(live) && !patience.IsCancellationRequested);

        AsOf(live).ShouldBe(AsOf(heatmap));
        foreach (var name in new[] { "symbol", "quote_asset", "current_price", "range", "prices", "row_percent", "threshold_usd", "risk_warning" })
        {
            live.GetProperty(name).GetRawText().ShouldBe(heatmap.GetProperty(name).GetRawText(), name);
        }

        var before = heatmap.GetProperty("times").GetArrayLength() - 2;
        foreach (var name in new[] { "times", "candles" })
        {
            Texts(live.GetProperty(name)).ShouldBe(Texts(heatmap.GetProperty(name)).Skip(before), name);
        }

        var cells = Cells(live);
        cells.Select(cell => cell[0]).Distinct().ShouldBe([0, 1]);
        cells.Select(cell => (cell[0] + before, cell[1], cell[2], cell[3]))
            .ShouldBe(Cells(heatmap).Where(cell => cell[0] >= before).Select(cell => (cell[0], cell[1], cell[2], cell[3])));
    }

    [Theory]
    [InlineData("/analyze/BTCUSDT?range=1y")]
    [InlineData("/live/BTCUSDT?range=1y")]
    [InlineData("/heatmap/BTCUSDT?range=24H")]
    [InlineData("/heatmap/BTCUSDT?range=12h&range=24h")]
    public async Task Range_that_there_is_not_is_refused_with_those_that_there_are(string path)
    {
        var problem = await _suite.GetAsync(_suite.LiquidationHeatmap, path, 400);

        problem.GetProperty("code").GetString().ShouldBe("invalid_request");
        problem.GetProperty("detail").GetString().ShouldBe("range is not one of ours: use 12h, 24h, 3d, 7d or 30d.");
    }

    [Theory]
    [InlineData("heatmap")]
    [InlineData("live")]
    [InlineData("map")]
    public async Task Symbols_are_read_and_refused_as_everywhere(string view)
    {
        (await DataAsync($"/{view}/btc/usdt")).GetProperty("symbol").GetString().ShouldBe("BTCUSDT");
        (await _suite.GetAsync(_suite.LiquidationHeatmap, $"/{view}/NOSUCHCOINUSDT", 404)).GetProperty("code").GetString().ShouldBe("unknown_symbol");
        (await _suite.GetAsync(_suite.LiquidationHeatmap, $"/{view}/!", 400)).GetProperty("code").GetString().ShouldBe("invalid_symbol");
    }

    [Fact]
    public async Task Batch_takes_a_range_too()
    {
        var data = (await _suite.PostAsync(_suite.Gateway, "/api/liquidation-heatmap?range=3d", """{"symbols":["BTCUSDT","ETHUSDT"]}""")).GetProperty("data");

        data.GetProperty("results").EnumerateArray().Select(result => result.GetProperty("data").GetProperty("range").GetProperty("name").GetString()).ShouldBe(["3d", "3d"]);
        await _suite.PostAsync(_suite.LiquidationHeatmap, "/batch?range=3", """{"symbols":["BTCUSDT"]}""", 400);
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task Answers_are_compressed_for_those_who_ask_also_through_the_gateway(string encoding)
    {
        foreach (var address in new[] { new Uri(_suite.LiquidationHeatmap, "/map/BTCUSDT"), new Uri(_suite.Gateway, "/api/liquidation-heatmap/map/BTCUSDT") })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "Accept-Encoding", encoding } } };
            using var response = await _suite.Http.SendAsync(request);

            response.Content.Headers.ContentEncoding.ShouldBe([encoding]);
            response.Headers.Vary.ShouldContain("Accept-Encoding");
            await using var body = await response.Content.ReadAsStreamAsync();
            await using Stream plain = encoding == "br" ? new BrotliStream(body, CompressionMode.Decompress) : new GZipStream(body, CompressionMode.Decompress);
            (await JsonDocument.ParseAsync(plain)).RootElement.GetProperty("success").GetBoolean().ShouldBeTrue();
        }

        using var uncompressed = await _suite.Http.GetAsync(new Uri(_suite.LiquidationHeatmap, "/map/BTCUSDT"));
        uncompressed.Content.Headers.ContentEncoding.ShouldBeEmpty();
    }

    [Fact]
    public async Task OpenApi_describes_the_views_and_their_range()
    {
        var paths = (await _suite.GetAsync(_suite.LiquidationHeatmap, "/swagger/v1/swagger.json")).GetProperty("paths");

        foreach (var (path, ranged) in new[] { ("/analyze/{symbol}", true), ("/heatmap/{symbol}", true), ("/live/{symbol}", true), ("/map/{symbol}", false) })
        {
            var operation = paths.GetProperty(path).GetProperty("get");
            operation.GetProperty("summary").GetString().ShouldNotBeNullOrEmpty();
            operation.GetProperty("parameters").EnumerateArray().Any(parameter => parameter.GetProperty("name").GetString() == "range").ShouldBe(ranged);
            operation.GetProperty("responses").EnumerateObject().Select(response => response.Name).ShouldBe(["200", "304", "400", "404", "502", "503", "504"], ignoreOrder: true);
        }
    }

    private static long AsOf(JsonElement data) => data.GetProperty("meta").GetProperty("as_of").GetInt64();

    private static IEnumerable<string> Texts(JsonElement list) => list.EnumerateArray().Select(item => item.GetRawText());

    private static List<long[]> Cells(JsonElement picture) =>
        [.. picture.GetProperty("cells").EnumerateArray().Select(long[] (cell) => [.. cell.EnumerateArray().Select(value => value.GetInt64())])];

    private static decimal Reached(JsonElement map, string side, Func<decimal[], bool> isReached)
    {
        var rows = map.GetProperty(side).EnumerateArray().Select(row => row.EnumerateArray().Select(value => value.GetDecimal()).ToArray()).Where(isReached).ToList();
        return rows.Count > 0 ? rows[^1][2] : 0;
    }

    private static decimal Shown(List<long[]> cells, int side) => cells.Sum(cell => (decimal)cell[side]);

    private async Task<JsonElement> DataAsync(string path) => (await _suite.GetAsync(_suite.LiquidationHeatmap, path)).GetProperty("data");
}
