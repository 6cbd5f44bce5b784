using System.Text.RegularExpressions;
using Microsoft.Playwright;
using OmnipotentFutures.Dashboard.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace OmnipotentFutures.Dashboard.Tests;

[Collection(DashboardUnderTest.Name)]
public sealed class NavigationTests(DashboardUnderTest dashboard)
{
    [BrowserFact]
    public Task Symbol_is_found_while_it_is_typed_and_back_leads_back() => dashboard.VisitAsync("/?symbol=ADAUSDT", async page =>
    {
        await page.ShouldHaveDrawnAsync("ADAUSDT 24h");
        await page.Page.Keyboard.PressAsync("/");
        await Expect(page["symbol-search"]).ToBeFocusedAsync();
        await page.Page.Keyboard.TypeAsync("usd");
        var options = page.Page.GetByRole(AriaRole.Option);
        var chosen = page.Page.GetByRole(AriaRole.Option, new() { Selected = true });
        await Expect(chosen).ToHaveTextAsync(await options.Nth(0).InnerTextAsync(), new() { UseInnerText = true });
        await page.Page.Keyboard.PressAsync("ArrowDown");
        await page.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(chosen).ToHaveTextAsync(await options.Nth(2).InnerTextAsync(), new() { UseInnerText = true });
        await page.Page.Keyboard.PressAsync("ArrowUp");
        var second = await options.Nth(1).Locator("b").InnerTextAsync();
        await Expect(chosen).ToContainTextAsync(second);
        await page.Page.Keyboard.PressAsync("Enter");
        await page.ShouldHaveDrawnAsync($"{second} 24h");
        await page.ShouldBeAtAsync($"symbol={second}");
        await Expect(page.Page).ToHaveTitleAsync(new Regex(second));
        await Expect(page["chart"]).ToBeFocusedAsync();

        await page.Page.GoBackAsync();
        await page.ShouldHaveDrawnAsync("ADAUSDT 24h");
    });

    [BrowserFact]
    public Task Misspelt_symbol_gets_a_sentence_and_those_it_may_have_meant() => dashboard.VisitAsync(
        "/?symbol=BTCUDST",
        async page =>
        {
            await Expect(page["error"]).ToContainTextAsync("BTCUDST is not listed");
            await Expect(page["error"]).ToHaveTextAsync(new Regex("^(?!.*BTCUSDT.*BTCUSDT)"));
            await page["error"].GetByRole(AriaRole.Button, new() { Name = "BTCUSDT" }).ClickAsync();
            await page.ShouldHaveDrawnAsync("BTCUSDT 24h");
            await Expect(page["error"]).ToHaveCountAsync(0);
        },
        isExpected: complaint => complaint.Contains("404", StringComparison.Ordinal));

    [BrowserTheory]
    [InlineData("/?symbol=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E")]
    [InlineData("/?symbol=..%2F..%2Fhealth")]
    [InlineData("/?symbol=BTCUSDT&range=9y&from=-1&to=NaN&lang=xx&sort=nothing&page=none")]
    public Task Rubbish_in_the_address_breaks_nothing(string path) => dashboard.VisitAsync(
        path,
        async page =>
        {
            await Expect(page["chart"]).ToBeVisibleAsync();
            await Expect(page["error"].Or(page.Page.Locator("[data-drawn='BTCUSDT 24h']")).First).ToBeVisibleAsync();
        },
        isExpected: complaint => complaint.Contains(" 400 ", StringComparison.Ordinal) || complaint.Contains(" 404 ", StringComparison.Ordinal));

    [BrowserFact]
    public Task Language_changes_everything_that_is_said() => dashboard.VisitAsync("/", async page =>
    {
        var liquidations = page["card-liquidations"];
        await Expect(liquidations).ToContainTextAsync("What a move reaches");
        await Expect(page["card-funding"]).ToContainTextAsync("neutral funding", new() { IgnoreCase = true });
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Türkçe" }).ClickAsync();
        await Expect(page.Page.Locator("html")).ToHaveAttributeAsync("lang", "tr");
        await Expect(page.Page.GetByRole(AriaRole.Link, new() { Name = "Harita", Exact = true })).ToBeVisibleAsync();
        await Expect(liquidations).ToContainTextAsync("Bir hareket neye ulaşır");
        // What the services say themselves.
        await Expect(page["card-funding"]).ToContainTextAsync("nötr funding", new() { IgnoreCase = true });
        await Expect(page["risk-warning"]).ToContainTextAsync("yatırım tavsiyesi değildir");
        await page.ShouldBeAtAsync("lang=tr");
        await page.Page.ReloadAsync();
        await Expect(page["source"]).ToContainTextAsync("SİMÜLE VERİ");
    });

    [BrowserFact]
    public Task Pages_and_the_name_are_links_that_keep_language_and_symbol() => dashboard.VisitAsync("/?symbol=ETHUSDT&lang=tr", async page =>
    {
        await page.ShouldHaveDrawnAsync("ETHUSDT 24h");
        var market = page.Page.GetByRole(AriaRole.Link, new() { Name = "Piyasa", Exact = true });
        await Expect(market).ToHaveAttributeAsync("href", "?symbol=ETHUSDT&page=market&lang=tr");
        await market.ClickAsync();
        await Expect(market).ToHaveAttributeAsync("aria-current", "page");
        await Expect(page["market-table"]).ToBeVisibleAsync();
        await page.Page.GetByRole(AriaRole.Link, new() { Name = "Omnipotent Futures", Exact = true }).ClickAsync();
        await page.ShouldHaveDrawnAsync("ETHUSDT 24h");
        await page.ShouldBeAtAsync("lang=tr");
    });

    [BrowserFact]
    public Task Turkish_browser_is_spoken_to_in_turkish() => dashboard.VisitAsync(
        "/", page => Expect(page["source"]).ToContainTextAsync("SİMÜLE VERİ"), new() { Locale = "tr-TR" });

    [BrowserFact]
    public Task Window_may_become_narrower_after_the_chart_is_drawn() => dashboard.VisitAsync("/", async page =>
    {
        await page.ShouldHaveDrawnAsync("BTCUSDT 24h");
        foreach (var width in new[] { 1000, 380 })
        {
            await page.Page.SetViewportSizeAsync(width, 760);
            await page.Page.WaitForFunctionAsync(
                "width => document.documentElement.scrollWidth <= width && document.querySelector('[data-testid=chart]').getBoundingClientRect().right <= width", width);
        }
    });

    [BrowserTheory]
    [InlineData("/")]
    [InlineData("/?page=market")]
    [InlineData("/accuracy.html")]
    public Task Phone_shows_all_of_it_in_its_width(string path) => dashboard.VisitAsync(
        path,
        async page =>
        {
            if (path == "/")
            {
                await page.ShouldHaveDrawnAsync("BTCUSDT 24h");
                await Expect(page["card-funding"]).ToContainTextAsync("%");
                (await page["chart"].BoundingBoxAsync())!.Width.ShouldBeInRange(340, 380);
            }
            else if (path != "/accuracy.html")
            {
                await Expect(page["market-table"]).ToContainTextAsync("BTCUSDT");
            }

            (await page.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(380);
        },
        new() { Locale = "en-US", ViewportSize = new() { Width = 380, Height = 760 }, HasTouch = true, IsMobile = true });
}
