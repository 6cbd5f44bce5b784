using Microsoft.Playwright;
using OmnipotentFutures.Dashboard.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace OmnipotentFutures.Dashboard.Tests;

[Collection(DashboardUnderTest.Name)]
public sealed class PageTests(DashboardUnderTest dashboard)
{
    [BrowserFact]
    public Task Front_page_shows_the_chart() =>
        dashboard.VisitAsync("/", page => Expect(page["chart"]).ToBeVisibleAsync());

    [BrowserFact]
    public Task Accuracy_page_shows_what_was_measured() =>
        dashboard.VisitAsync("/accuracy.html", page => Expect(page.Page.GetByRole(AriaRole.Table).First).ToBeVisibleAsync());

    [BrowserFact]
    public Task Whatever_a_page_complains_about_is_noticed() =>
        dashboard.VisitAsync(
            "/",
            async page =>
            {
                await page.Page.EvaluateAsync("""() => { console.error('trouble'); setTimeout(() => { throw new Error('mistake'); }); }""");
                await page.Page.WaitForFunctionAsync("() => new Promise(resolve => setTimeout(() => resolve(true)))");
                await Should.ThrowAsync<PlaywrightException>(() => page.Page.GotoAsync("http://localhost:1/"));

                foreach (var start in new[] { "console: trouble", "script: Error: mistake", "foreign: http://localhost:1/", "failed: http://localhost:1/" })
                {
                    page.Complaints.ShouldContain(complaint => complaint.StartsWith(start));
                }
            },
            isExpected: _ => true);

    [BrowserFact]
    public async Task Page_lives_through_the_end_of_the_services()
    {
        await dashboard.VisitAsync("/", async page =>
        {
            await Expect(page["chart"]).ToBeVisibleAsync();
            try
            {
                await dashboard.Services.StopAnalysisAsync();
                await page.Page.WaitForResponseAsync(response => response.Url.Contains("/api/", StringComparison.Ordinal) && response.Status == 502);
                await Expect(page["chart"]).ToBeVisibleAsync();
            }
            finally
            {
                await dashboard.Services.StartAnalysisAsync();
            }

            await page.Page.WaitForResponseAsync(response => response.Url.Contains("/api/", StringComparison.Ordinal) && response.Ok);
        }, isExpected: complaint => complaint.Contains("502", StringComparison.Ordinal));
    }
}
