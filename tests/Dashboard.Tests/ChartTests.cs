using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;
using OmnipotentFutures.Dashboard.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace OmnipotentFutures.Dashboard.Tests;

[Collection(DashboardUnderTest.Name)]
public sealed class ChartTests(DashboardUnderTest dashboard)
{
    // Above the candles, left of the newest column: a place where something stands, and that time changes no more.
    private static readonly (double Across, double Down) AboveTheCandles = (0.45, 0.1);

    [BrowserFact]
    public Task Front_page_draws_the_map_of_bitcoin_and_says_that_it_is_simulated() => dashboard.VisitAsync("/", async page =>
    {
        await page.ShouldHaveDrawnAsync("BTCUSDT 24h");
        await Expect(page["source"]).ToContainTextAsync("SIMULATED DATA");
        await Expect(page["risk-warning"]).ToContainTextAsync("not investment advice");
        await Expect(page["price"]).ToContainTextAsync("%");
        (await page.ShareOfMapAsync()).ShouldBeGreaterThan(0.5);

        // On the picture itself, wherever it is shown.
        await page.NoteWritingAsync();
        await page.PointAsync(0.5, 0.3);
        await page.ShouldHaveWrittenAsync("^SIMULATED DATA");
    });

    [BrowserFact]
    public Task Levels_have_names_and_the_map_an_end() => dashboard.VisitAsync("/?range=30d", async page =>
    {
        await page.ShouldHaveDrawnAsync("BTCUSDT 30d");
        await page.NoteWritingAsync();
        await page.PointAsync(0.5, 0.3);
        await page.ShouldHaveWrittenAsync("(Long|Short) cluster [0-9]");
        await page.ShouldHaveWrittenAsync("Whale (long|short) [0-9]");
        await page.ShouldHaveWrittenAsync("^Σ [0-9]");
        // Prices far away, by the wheel over the axis of prices.
        var box = (await page["chart"].BoundingBoxAsync())!;
        await page.Page.Mouse.MoveAsync(box.X + box.Width - 20, box.Y + 100);
        await page.Page.Mouse.DownAsync();
        await page.Page.Mouse.MoveAsync(box.X + box.Width - 20, box.Y + 350, new() { Steps = 5 });
        await page.Page.Mouse.UpAsync();
        await page.ShouldHaveWrittenAsync("^The map ends here$");
    });

    [BrowserFact]
    public Task Colours_stay_when_one_zooms_and_fit_shows_all_again() => dashboard.VisitAsync("/", async page =>
    {
        await page.ShouldHaveDrawnAsync("BTCUSDT 24h");
        var legend = await page["legend"].InnerTextAsync();
        var whole = await page.PointAsync(0.1, 0.3);
        for (var turn = 0; turn < 5; turn++)
        {
            await page.Page.Mouse.WheelAsync(0, -300);
        }

        var zoomed = await page.PointAsync(0.7, 0.3);
        await page.Page.GetByText("Fit", new() { Exact = true }).ClickAsync();
        var fitted = await page.PointAsync(0.7, 0.3);
        zoomed.Time.ShouldBeLessThan(fitted.Time);
        (await page.PointAsync(0.1, 0.3)).Time.ShouldBe(whole.Time);
        (await page["legend"].InnerTextAsync()).ShouldBe(legend);
    });

    [BrowserFact]
    public Task Upper_limit_and_spacing_of_colours_change_the_picture() => dashboard.VisitAsync("/", async page =>
    {
        await page.ShouldHaveDrawnAsync("BTCUSDT 24h");
        var linear = await page["legend"].InnerTextAsync();
        await page["colourScale-log"].ClickAsync();
        await page.ShouldBeAtAsync("colour_scale=log");
        var logarithmic = await page["legend"].InnerTextAsync();
        logarithmic.ShouldNotBe(linear);
        await page["to-typed"].FillAsync("3M");
        await page["to-typed"].PressAsync("Enter");
        await page.ShouldBeAtAsync("to=3000000");
        await Expect(page["legend"]).ToContainTextAsync("3M+");
    });

    [BrowserFact]
    public Task Limits_stay_behind_with_their_contract() => dashboard.VisitAsync("/?from=2500000", async page =>
    {
        await page.ShouldHaveDrawnAsync("BTCUSDT 24h");
        await Expect(page["from-typed"]).ToHaveValueAsync("2.5M");
        await page["symbol-search"].FillAsync("DOGEUSDT");
        await page["symbol-search"].PressAsync("Enter");
        await page.ShouldHaveDrawnAsync("DOGEUSDT 24h");
        await Expect(page["from-typed"]).Not.ToHaveValueAsync("2.5M");
        (await page.ShareOfMapAsync()).ShouldBeGreaterThan(0.3);
    });

    [BrowserFact]
    public Task Limit_above_all_cells_is_said() => dashboard.VisitAsync("/?from=900000000000", async page =>
    {
        await page.ShouldHaveDrawnAsync("BTCUSDT 24h");
        await Expect(page.Page.GetByText("No cell reaches the lower limit")).ToBeVisibleAsync();
    });

    [BrowserFact]
    public Task Tap_reads_the_map() => dashboard.VisitAsync(
        "/",
        async page =>
        {
            await page.ShouldHaveDrawnAsync("BTCUSDT 24h");
            var box = (await page["chart"].BoundingBoxAsync())!;
            await page.Page.Touchscreen.TapAsync(box.X + (box.Width * 0.4f), box.Y + (box.Height * 0.15f));
            (await page.ReadAsync()).Price.ShouldNotBeNull();
        },
        new() { Locale = "en-US", ViewportSize = new() { Width = 380, Height = 760 }, HasTouch = true, IsMobile = true });

    [BrowserTheory]
    [InlineData("12h", 5, 144)]
    [InlineData("3d", 30, 144)]
    [InlineData("30d", 120, 360)]
    public Task Range_changes_what_is_drawn_and_the_address(string range, int minutes, int columns) => dashboard.VisitAsync("/", async page =>
    {
        await page.ShouldHaveDrawnAsync("BTCUSDT 24h");
        await page[$"range-{range}"].ClickAsync();
        await page.ShouldHaveDrawnAsync($"BTCUSDT {range}");
        await page.ShouldBeAtAsync($"range={range}");

        await page["chart"].PressAsync("Home");
        var oldest = await page.ReadAsync();
        await page["chart"].PressAsync("End");
        var newest = await page.ReadAsync();
        ((newest.Time - oldest.Time) / (minutes * 60_000)).ShouldBeInRange(columns - 2, columns + 1);

        var first = await page.PointAsync(0.3, 0.4);
        var second = await page.PointAsync(0.6, 0.4);
        ((second.Time - first.Time) % (minutes * 60_000)).ShouldBe(0);
        second.Time.ShouldBeGreaterThan(first.Time);

        await page.Page.ReloadAsync();
        await page.ShouldHaveDrawnAsync($"BTCUSDT {range}");
    });

    [BrowserFact]
    public Task Reading_of_a_cell_is_the_services_number() => dashboard.VisitAsync("/?symbol=ETHUSDT", async page =>
    {
        await page.ShouldHaveDrawnAsync("ETHUSDT 24h");
        var reading = await page.PointAsync(AboveTheCandles.Across, AboveTheCandles.Down);

        using var http = new HttpClient();
        using var answer = JsonDocument.Parse(await http.GetStringAsync(new Uri(dashboard.Services.Gateway.Address, "/api/liquidation-heatmap/heatmap/ETHUSDT")));
        var data = answer.RootElement.GetProperty("data");
        var column = data.GetProperty("times").EnumerateArray().Select(time => time.GetInt64()).ToList().IndexOf(reading.Time);
        var row = data.GetProperty("prices").EnumerateArray().Select(price => price.GetDecimal()).ToList().IndexOf(reading.Price!.Value);
        var cell = data.GetProperty("cells").EnumerateArray().Single(cell => cell[0].GetInt32() == column && cell[1].GetInt32() == row);
        (reading.Longs, reading.Shorts).ShouldBe((cell[2].GetDecimal(), cell[3].GetDecimal()));
        (reading.Longs + reading.Shorts).ShouldNotBeNull().ShouldBeGreaterThan(0);

        var candle = data.GetProperty("candles")[column];
        (await page["readout"].InnerTextAsync()).ShouldContain(candle[2].GetDecimal().ToString("#,0.00", CultureInfo.InvariantCulture));
    });

    [BrowserFact]
    public Task Keyboard_reads_the_map_too() => dashboard.VisitAsync("/", async page =>
    {
        await page.ShouldHaveDrawnAsync("BTCUSDT 24h");
        await page["chart"].PressAsync("Home");
        var first = await page.ReadAsync();
        await page["chart"].PressAsync("ArrowRight");
        await page["chart"].PressAsync("ArrowUp");
        var second = await page.ReadAsync();
        (second.Time - first.Time).ShouldBe(5 * 60_000);
        second.Price!.Value.ShouldBeGreaterThan(first.Price!.Value);
        await page["chart"].PressAsync("Escape");
        await Expect(page["readout"]).ToContainTextAsync("Point at or touch");
    });

    [BrowserFact]
    public Task Slider_takes_small_cells_off_the_map() => dashboard.VisitAsync("/", async page =>
    {
        await page.ShouldHaveDrawnAsync("BTCUSDT 24h");
        var before = await page.ShareOfMapAsync();
        await page["from-slider"].FillAsync("900");
        await page.ShouldBeAtAsync("from=");
        (await page.ShareOfMapAsync()).ShouldBeLessThan(before / 2);
        await page.Page.GetByText("Reset", new() { Exact = true }).ClickAsync();
        await Expect(page["from-slider"]).ToHaveValueAsync("0");
        (await page.ShareOfMapAsync()).ShouldBe(before, 0.05);
    });

    [BrowserFact]
    public Task Limit_can_be_typed_and_rubbish_leaves_it() => dashboard.VisitAsync("/", async page =>
    {
        await page.ShouldHaveDrawnAsync("BTCUSDT 24h");
        await page["from-typed"].FillAsync("2.5M");
        await page["from-typed"].PressAsync("Enter");
        await page.ShouldBeAtAsync("from=2500000");
        await page["from-typed"].FillAsync("plenty");
        await page["from-typed"].PressAsync("Enter");
        await Expect(page["from-typed"]).ToHaveValueAsync("2.5M");
        await page.ShouldBeAtAsync("from=2500000");
    });

    [BrowserFact]
    public Task Longs_and_shorts_can_be_told_apart() => dashboard.VisitAsync("/", async page =>
    {
        await page.ShouldHaveDrawnAsync("BTCUSDT 24h");
        var both = await page.ShareOfMapAsync();
        await page["sides-long"].ClickAsync();
        var longs = await page.ShareOfMapAsync();
        await page["sides-short"].ClickAsync();
        var shorts = await page.ShareOfMapAsync();
        longs.ShouldBeInRange(0.05, both - 0.05);
        shorts.ShouldBeInRange(0.05, both - 0.05);
    });

    [BrowserFact]
    public Task Newest_candle_and_price_go_on_living() => dashboard.VisitAsync("/", async page =>
    {
        await page.ShouldHaveDrawnAsync("BTCUSDT 24h");
        // The whole picture comes each minute and would bring the candle, too: from here on it is not answered.
        await page.Page.RouteAsync("**/liquidation-heatmap/heatmap/**", _ => Task.CompletedTask);
        var price = await page["price"].Locator("strong").InnerTextAsync();
        await page["chart"].PressAsync("End");
        var candle = page["readout"].Locator("div", new() { HasText = "O/H/L/C" });
        var first = await candle.InnerTextAsync();
        // The services read a running candle every half minute.
        await Expect(candle).Not.ToHaveTextAsync(first, new() { UseInnerText = true, Timeout = 90_000 });

        await Expect(page["price"].Locator("strong")).Not.ToHaveTextAsync(price);
        await page.NoteWritingAsync();
        await page.ShouldHaveWrittenAsync("^Mark$");
    });

    [BrowserTheory]
    [InlineData("levels")]
    [InlineData("profile")]
    public Task Levels_and_profile_are_drawn_and_can_be_left_out(string what) => dashboard.VisitAsync(
        $"/?range=30d&{(what == "levels" ? "profile" : "levels")}=hidden",
        async page =>
        {
            await page.ShouldHaveDrawnAsync("BTCUSDT 30d");
            await page.ShouldHaveLinesOfSidesAsync(true);
            await page.Page.GetByRole(AriaRole.Checkbox, new() { Name = what == "levels" ? "Levels" : "Cumulative profile" }).UncheckAsync();
            await page.ShouldBeAtAsync($"{what}=hidden");
            await page.ShouldHaveLinesOfSidesAsync(false);
        });

    [BrowserFact]
    public Task Logarithmic_axis_moves_prices() => dashboard.VisitAsync("/?range=30d", async page =>
    {
        await page.ShouldHaveDrawnAsync("BTCUSDT 30d");
        var linear = await page.PointAsync(0.3, 0.3);
        await page["priceScale-log"].ClickAsync();
        await page.ShouldBeAtAsync("price_scale=log");
        var logarithmic = await page.PointAsync(0.3, 0.3);
        logarithmic.Time.ShouldBe(linear.Time);
        logarithmic.Price.ShouldNotBe(linear.Price);
    });

    [BrowserFact]
    public Task Picture_can_be_taken_away_as_png() => dashboard.VisitAsync("/", async page =>
    {
        await page.ShouldHaveDrawnAsync("BTCUSDT 24h");
        await page.NoteWritingAsync();
        var download = await page.Page.RunAndWaitForDownloadAsync(() => page["export-png"].ClickAsync());
        download.SuggestedFilename.ShouldMatch("^BTCUSDT-24h-[0-9]{8}T[0-9]{4}\\.png$");
        var file = await File.ReadAllBytesAsync(await download.PathAsync());
        file.AsSpan(0, 8).ToArray().ShouldBe<byte[]>([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);

        var chart = (await page["chart"].BoundingBoxAsync())!;
        var picture = await page.Page.EvaluateAsync<double[]>(
            """
            async file => {
              const bitmap = await createImageBitmap(new Blob([Uint8Array.from(atob(file), letter => letter.charCodeAt(0))], { type: 'image/png' }));
              const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
              context.drawImage(bitmap, 0, 0);
              const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
              const colours = new Set(new Uint32Array(data.buffer));
              return [bitmap.width, bitmap.height, colours.size];
            }
            """,
            Convert.ToBase64String(file));
        picture[0].ShouldBe(chart.Width, 4);
        picture[1].ShouldBeGreaterThan(chart.Height);
        picture[2].ShouldBeGreaterThan(200);
        foreach (var text in new[] { "^BTCUSDT · 24h · Both", "^SIMULATED DATA.*Mark price.*UTC", "^USDT per 0.10% of price$", "not investment advice", "^SIMULATED DATA · not the market$" })
        {
            await page.ShouldHaveWrittenAsync(text);
        }
    });
}
