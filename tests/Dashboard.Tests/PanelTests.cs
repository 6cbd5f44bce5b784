using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using OmnipotentFutures.Dashboard.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace OmnipotentFutures.Dashboard.Tests;

[Collection(DashboardUnderTest.Name)]
public sealed class PanelTests(DashboardUnderTest dashboard)
{
    [BrowserFact]
    public Task Cascade_is_shown_beside_its_base_rate() => dashboard.VisitAsync("/", async page =>
    {
        var cascade = (await AnalysisAsync(page)).GetProperty("cascade_probability");
        foreach (var (direction, probability, baseRate) in new[] { ("down", "downside", "base_rate_down"), ("up", "upside", "base_rate_up") })
        {
            var odds = page[$"cascade-{direction}"];
            await Expect(odds.Locator("strong")).ToHaveTextAsync(PercentOf(cascade, probability));
            await Expect(odds).ToContainTextAsync(new Regex($"base rate of {PercentOf(cascade, baseRate)}"));
        }

        await Expect(page["card-liquidations"].GetByRole(AriaRole.Link, new() { Name = "How accurate is the map?" })).ToHaveAttributeAsync("href", "/accuracy.html");
    });

    [BrowserFact]
    public Task Moves_are_the_services() => dashboard.VisitAsync("/", async page =>
    {
        var moves = (await AnalysisAsync(page)).GetProperty("moves");
        var rows = await page.Page.EvaluateAsync<string[]>(
            """
            moves => {
              const { format } = new Intl.NumberFormat('en-US', { notation: 'compact', minimumFractionDigits: 0, maximumSignificantDigits: 4 });
              return JSON.parse(moves).map((move) => [
                `±${move.percent}%`,
                ...[move.long_volume, move.expected_long_liquidations, move.short_volume, move.expected_short_liquidations].map(format),
              ].join(''));
            }
            """,
            moves.GetRawText());
        rows.ShouldNotBeEmpty();
        await Expect(page["moves"].Locator("tbody tr")).ToHaveTextAsync(rows);
    });

    [BrowserFact]
    public Task Funding_is_the_services_and_counts_down() => dashboard.VisitAsync("/?symbol=OMUSDT", async page =>
    {
        var funding = await DataAsync("funding-derivatives?symbol=OMUSDT", "funding_rate");
        var settled = funding.GetProperty("last_settled").GetProperty("rate").GetDecimal();
        await Expect(page["card-funding"]).ToContainTextAsync((settled / 100).ToString("+0.0000%;-0.0000%", CultureInfo.InvariantCulture));
        var left = await page["countdown"].InnerTextAsync();
        left.ShouldMatch("^[0-9]:[0-5][0-9]:[0-5][0-9]$");
        await Expect(page["countdown"]).Not.ToHaveTextAsync(left);
    });

    [BrowserFact]
    public Task Open_interest_basis_positioning_and_alerts_are_there() => dashboard.VisitAsync("/?symbol=OMUSDT", async page =>
    {
        await Expect(page["open-interest-changes"].GetByRole(AriaRole.Row)).ToHaveCountAsync(7);
        await Expect(page["card-basis"]).ToContainTextAsync("%");
        await Expect(page["ratio"]).ToHaveCountAsync(4);
        var alerts = await DataAsync("funding-derivatives?symbol=OMUSDT", "alerts");
        await Expect(page["alert"]).ToHaveCountAsync(alerts.GetArrayLength());
        alerts.GetArrayLength().ShouldBeGreaterThan(0);
    });

    [BrowserFact]
    public Task Contract_without_funding_says_why_there_is_none() => dashboard.VisitAsync("/?symbol=BTCUSDT_261225", async page =>
    {
        await Expect(page["card-basis"]).ToContainTextAsync("%");
        await Expect(page["card-funding"]).ToContainTextAsync("no funding");
    });

    // What the page is told next, and shows until it is told again.
    private static async Task<JsonElement> AnalysisAsync(PageUnderTest page)
    {
        var response = await page.Page.WaitForResponseAsync(response => response.Status == 200 && response.Url.Contains("/liquidation-heatmap/analyze/", StringComparison.Ordinal));
        using var answer = JsonDocument.Parse(await response.BodyAsync());
        return answer.RootElement.GetProperty("data").Clone();
    }

    private static string PercentOf(JsonElement cascade, string name) => cascade.GetProperty(name).GetDouble().ToString("0%", CultureInfo.InvariantCulture);

    private async Task<JsonElement> DataAsync(string route, string part)
    {
        using var http = new HttpClient();
        using var answer = JsonDocument.Parse(await http.GetStringAsync(new Uri(dashboard.Services.Gateway.Address, $"/api/{route}&lang=en")));
        return answer.RootElement.GetProperty("data").GetProperty(part).Clone();
    }
}
