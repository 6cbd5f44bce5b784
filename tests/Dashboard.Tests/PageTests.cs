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
    public Task Services_that_are_gone_leave_the_last_picture_and_its_age() => dashboard.VisitAsync(
        "/",
        async page =>
        {
            await page.ShouldHaveDrawnAsync("BTCUSDT 24h");
            await Expect(page["card-funding"]).ToContainTextAsync("%");
            var before = await page.ShareOfMapAsync();
            try
            {
                await dashboard.Services.StopAnalysisAsync();
                var notice = page["error"].First;
                await Expect(notice).ToContainTextAsync("what is shown is");
                await Expect(notice).Not.ToHaveTextAsync(await notice.InnerTextAsync());
                await Expect(page["price"].GetByRole(AriaRole.Img, new() { Name = "not current" })).ToBeVisibleAsync();

                // A screen reader is told once why, and not every second how long since.
                await Expect(page.Page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(1);
                await Expect(page.Page.GetByRole(AriaRole.Alert)).Not.ToContainTextAsync("what is shown is");
                await page.ShouldHaveDrawnAsync("BTCUSDT 24h");
                (await page.ShareOfMapAsync()).ShouldBe(before, 0.05);
                await Expect(page["card-funding"]).ToContainTextAsync("%");
            }
            finally
            {
                await dashboard.Services.StartAnalysisAsync();
            }

            await Expect(page["error"]).ToHaveCountAsync(0);
            await Expect(page["price"].GetByRole(AriaRole.Img)).ToHaveCountAsync(0);
        },
        isExpected: complaint => complaint.Contains("502", StringComparison.Ordinal));

    [BrowserFact]
    public async Task Gateway_that_asks_for_a_key_is_given_one_by_hand()
    {
        const string Key = "a-key-of-enough-letters";
        await using var gateway = await dashboard.Services.StartGatewayAsync(Key);
        await dashboard.VisitAsync(
            "/",
            async page =>
            {
                await Expect(page["key-form"]).ToHaveCountAsync(1);
                await SendAsync(page, "another-key-of-enough-letters");
                await page.Page.WaitForResponseAsync(response => response.Status == 401);
                await Expect(page["key-form"]).ToHaveCountAsync(1);

                // Nobody's key: the browser would refuse to send it at all.
                await SendAsync(page, "anahtarım-yeterince-uzun");
                await Expect(page.Page.Locator("input:invalid")).ToHaveCountAsync(1);

                await SendAsync(page, Key);
                await page.ShouldHaveDrawnAsync("BTCUSDT 24h");
                await Expect(page["card-funding"]).ToContainTextAsync("%");
                await Expect(page["key-form"]).ToHaveCountAsync(0);
            },
            isExpected: complaint => complaint.Contains("401", StringComparison.Ordinal),
            gateway: gateway);

        static async Task SendAsync(PageUnderTest page, string key)
        {
            await page["key-form"].GetByLabel("This server asks for a key").FillAsync(key);
            await page["key-form"].GetByRole(AriaRole.Button).ClickAsync();
        }
    }

    [BrowserFact]
    public async Task Page_that_finds_no_services_says_so_and_draws_when_they_come()
    {
        await dashboard.Services.StopAnalysisAsync();
        try
        {
            await dashboard.VisitAsync(
                "/?symbol=SOLUSDT",
                async page =>
                {
                    await Expect(page["error"].First).ToBeVisibleAsync();
                    await dashboard.Services.StartAnalysisAsync();
                    await page.ShouldHaveDrawnAsync("SOLUSDT 24h");
                    await Expect(page["error"]).ToHaveCountAsync(0);
                },
                isExpected: complaint => complaint.Contains("502", StringComparison.Ordinal));
        }
        finally
        {
            await dashboard.Services.StopAnalysisAsync();
            await dashboard.Services.StartAnalysisAsync();
        }
    }

    [BrowserFact]
    public Task Exchange_that_fails_makes_the_picture_stale_and_says_so() => dashboard.VisitAsync("/", async page =>
    {
        await page.ShouldHaveDrawnAsync("BTCUSDT 24h");
        try
        {
            await dashboard.Services.BreakAsync(new { kind = "status", status = 500 });
            await Expect(page["stale"].First).ToContainTextAsync("The exchange does not answer");
            await page.ShouldHaveDrawnAsync("BTCUSDT 24h");
        }
        finally
        {
            await dashboard.Services.MendAsync();
        }

        await Expect(page["stale"]).ToHaveCountAsync(0);
    });
}
