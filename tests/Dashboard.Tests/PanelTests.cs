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
        var cascade = await DataAsync("liquidation-heatmap?symbol=BTCUSDT", "cascade_probability");
        var down = page["cascade-down"];
        await Expect(down).ToContainTextAsync(new Regex("[0-9]+%.*base rate", RegexOptions.Singleline));
        await Expect(down).ToContainTextAsync(cascade.GetProperty("base_rate_down").GetDouble().ToString("0%", CultureInfo.InvariantCulture));
        await Expect(page["card-liquidations"].GetByRole(AriaRole.Link, new() { Name = "How accurate is the map?" })).ToHaveAttributeAsync("href", "/accuracy.html");
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

    private async Task<JsonElement> DataAsync(string route, string part)
    {
        using var http = new HttpClient();
        using var answer = JsonDocument.Parse(await http.GetStringAsync(new Uri(dashboard.Services.Gateway.Address, $"/api/{route}&lang=en")));
        return answer.RootElement.GetProperty("data").GetProperty(part).Clone();
    }
}
