using System.Text.Json;
using Microsoft.Playwright;
using OmnipotentFutures.Dashboard.Tests.Support;
using OmnipotentFutures.Tests;
using static Microsoft.Playwright.Assertions;

namespace OmnipotentFutures.Dashboard.Tests;

[Collection(DashboardUnderTest.Name)]
public sealed class AccessibilityTests(DashboardUnderTest dashboard)
{
    [BrowserTheory]
    [InlineData("/", ColorScheme.Dark)]
    [InlineData("/", ColorScheme.Light)]
    [InlineData("/?page=market", ColorScheme.Dark)]
    [InlineData("/?page=market", ColorScheme.Light)]
    [InlineData("/accuracy.html", ColorScheme.Dark)]
    [InlineData("/accuracy.html", ColorScheme.Light)]
    public Task Axe_finds_no_serious_fault(string path, ColorScheme scheme) => dashboard.VisitAsync(
        path,
        async page =>
        {
            await Expect(page.Page.Locator("[data-drawn='BTCUSDT 24h'], [data-testid=market-table], .document table").First).ToBeVisibleAsync();
            await page.Page.EvaluateAsync(await File.ReadAllTextAsync(RepositoryFolder.PathOf("src/Dashboard/node_modules/axe-core/axe.min.js")));
            var found = await page.Page.EvaluateAsync<JsonElement>(
                """
                async () => (await axe.run()).violations
                  .filter(({ impact }) => impact === 'serious' || impact === 'critical')
                  .map(({ id, help, nodes }) => ({ id, help, nodes: nodes.map(({ html }) => html) }))
                """);
            found.EnumerateArray().Select(fault => fault.ToString()).ShouldBeEmpty();
        },
        new() { Locale = "en-US", ColorScheme = scheme, ViewportSize = new() { Width = 1440, Height = 900 } });
}
