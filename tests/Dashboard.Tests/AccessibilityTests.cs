using System.Text.RegularExpressions;
using Microsoft.Playwright;
using OmnipotentFutures.Dashboard.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace OmnipotentFutures.Dashboard.Tests;

[Collection(DashboardUnderTest.Name)]
public sealed class AccessibilityTests(DashboardUnderTest dashboard)
{
    [BrowserTheory]
    [InlineData("/", ColorScheme.Dark)]
    [InlineData("/", ColorScheme.Light)]
    [InlineData("/?lang=tr", ColorScheme.Dark)]
    [InlineData("/", ColorScheme.Light, 380)]
    [InlineData("/?page=market", ColorScheme.Dark)]
    [InlineData("/?page=market", ColorScheme.Light)]
    [InlineData("/?page=market&lang=tr", ColorScheme.Dark, 380)]
    [InlineData("/accuracy.html", ColorScheme.Dark)]
    [InlineData("/accuracy.html", ColorScheme.Light)]
    public Task Axe_finds_no_serious_fault(string path, ColorScheme scheme, int width = 1440) => dashboard.VisitAsync(
        path,
        async page =>
        {
            await Expect(page.Page.Locator("[data-drawn='BTCUSDT 24h'], [data-testid=market-table], .document table").First).ToBeVisibleAsync();
            await ShouldHaveNoSeriousFaultAsync(page);
        },
        new() { Locale = "en-US", ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 900 } });

    [BrowserTheory]
    [InlineData(ColorScheme.Dark)]
    [InlineData(ColorScheme.Light)]
    public Task Axe_finds_no_serious_fault_in_what_appears(ColorScheme scheme) => dashboard.VisitAsync(
        "/",
        async page =>
        {
            await page.ShouldHaveDrawnAsync("BTCUSDT 24h");
            await page["symbol-search"].PressSequentiallyAsync("usd");
            await Expect(page.Page.GetByRole(AriaRole.Option).First).ToBeVisibleAsync();
            await ShouldHaveNoSeriousFaultAsync(page);

            await page.Page.RouteAsync(new Regex("/api/"), route => route.AbortAsync());
            await Expect(page["error"]).ToHaveCountAsync(3);
            await ShouldHaveNoSeriousFaultAsync(page);
        },
        new() { Locale = "en-US", ColorScheme = scheme, ViewportSize = new() { Width = 1440, Height = 900 } },
        isExpected: complaint => complaint.Contains("net::ERR_FAILED", StringComparison.Ordinal));

    private static async Task ShouldHaveNoSeriousFaultAsync(PageUnderTest page) => (await Axe.SeriousFaultsAsync(page.Page)).ShouldBeEmpty();
}
