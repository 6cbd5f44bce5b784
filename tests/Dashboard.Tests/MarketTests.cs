using Microsoft.Playwright;
using OmnipotentFutures.Dashboard.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace OmnipotentFutures.Dashboard.Tests;

[Collection(DashboardUnderTest.Name)]
public sealed class MarketTests(DashboardUnderTest dashboard)
{
    [BrowserFact]
    public Task Table_sorts_by_a_column_and_stays_sorted() => dashboard.VisitAsync("/?page=market", async page =>
    {
        var change = page["market-table"].GetByRole(AriaRole.Columnheader, new() { Name = "24 h change" });
        await change.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(change).ToHaveAttributeAsync("aria-sort", "descending");
        await page.ShouldBeAtAsync("sort=price_change_24h");
        (await ChangesAsync(page)).ShouldBeInOrder(SortDirection.Descending);

        // A refresh that brought other numbers.
        await page.Page.WaitForFunctionAsync(
            "before => [...document.querySelectorAll('[data-testid=market-table] tbody tr')].map(row => row.cells[2].textContent).join() !== before",
            string.Join(',', await page["market-table"].Locator("tbody tr td:nth-of-type(2)").AllTextContentsAsync()));
        await Expect(change).ToHaveAttributeAsync("aria-sort", "descending");
        (await ChangesAsync(page)).ShouldBeInOrder(SortDirection.Descending);

        await change.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(change).ToHaveAttributeAsync("aria-sort", "ascending");
        (await ChangesAsync(page)).ShouldBeInOrder(SortDirection.Ascending);
    });

    [BrowserFact]
    public Task Table_is_searched_while_one_types_and_taken_away_as_it_is_shown() => dashboard.VisitAsync("/?page=market", async page =>
    {
        await page["market-search"].FillAsync("btc");
        var symbols = page["market-table"].Locator("tbody").GetByRole(AriaRole.Link);
        await Expect(symbols.First).ToHaveTextAsync("BTCUSDT");
        var shown = await symbols.AllInnerTextsAsync();
        shown.ShouldAllBe(symbol => symbol.Contains("BTC", StringComparison.Ordinal));

        var download = await page.Page.RunAndWaitForDownloadAsync(() => page["market-csv"].ClickAsync());
        download.SuggestedFilename.ShouldContain("paper-simulated");
        var lines = (await File.ReadAllTextAsync(await download.PathAsync())).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines[0].TrimStart('\uFEFF').ShouldStartWith("symbol,");
        lines.Skip(1).Select(line => line.Split(',')[0]).ShouldBe(shown);
        lines.Skip(1).ShouldAllBe(line => line.EndsWith(",paper-simulated", StringComparison.Ordinal));
    });

    [BrowserFact]
    public Task Contract_is_opened_by_keyboard_alone() => dashboard.VisitAsync("/?page=market", async page =>
    {
        var symbols = page["market-table"].Locator("tbody").GetByRole(AriaRole.Link);
        await symbols.First.FocusAsync();
        await page.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(symbols.Nth(1)).ToBeFocusedAsync();
        var symbol = await symbols.Nth(1).InnerTextAsync();
        await page.Page.Keyboard.PressAsync("Enter");
        await page.ShouldHaveDrawnAsync($"{symbol} 24h");
    });

    [BrowserFact]
    public Task Contract_is_opened_by_a_click_anywhere_on_its_row() => dashboard.VisitAsync("/?page=market", async page =>
    {
        await page["market-table"].Locator("[data-symbol=ETHUSDT] td").Nth(3).ClickAsync();
        await page.ShouldHaveDrawnAsync("ETHUSDT 24h");
    });

    // What the sixth column, and every other, shows is text for people: it is read back as they would.
    private static async Task<IReadOnlyList<double>> ChangesAsync(PageUnderTest page) =>
        [.. (await page["market-table"].Locator("tbody tr td:nth-of-type(2)").AllInnerTextsAsync())
            .Select(text => text.Replace("%", "", StringComparison.Ordinal).Trim())
            .Where(text => text != "–")
            .Select(text => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture))];
}
