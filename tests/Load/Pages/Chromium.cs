using Microsoft.Playwright;
using OmnipotentFutures.Dashboard.Tests.Support;

namespace OmnipotentFutures.Load.Pages;

/// <summary>Chromium without a window and without a graphics processor, as CI has it.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private readonly List<string> _complaints = [];

    private Chromium(IPlaywright playwright, IBrowser browser) => (_playwright, _browser) = (playwright, browser);

    /// <summary>What all pages had to complain about so far, each beginning with its kind, such as <c>console</c> or <c>foreign</c>.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    public static async Task<Chromium> StartAsync()
    {
        var playwright = await Playwright.CreateAsync();
        try
        {
            return new(playwright, await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Programs.Chromium, Headless = true, Args = Programs.ChromiumFlags }));
        }
        catch
        {
            playwright.Dispose();
            throw;
        }
    }

    /// <summary>Opens a page as somebody who was never there, so that nothing of it is cached.</summary>
    /// <param name="address">The page's.</param>
    /// <param name="measure">What is done there.</param>
    /// <param name="scheme">Colours of the visitor's system.</param>
    public async Task<T> VisitAsync<T>(Uri address, Func<IPage, Task<T>> measure, ColorScheme scheme = ColorScheme.Dark)
    {
        await using var context = await _browser.NewContextAsync(
            new() { Locale = "en-US", ColorScheme = scheme, ViewportSize = new() { Width = 1440, Height = 900 } });
        var page = await PageUnderTest.OpenAsync(context, new Uri(address.GetLeftPart(UriPartial.Authority)), address.PathAndQuery);
        var measured = await measure(page.Page);
        _complaints.AddRange(page.Complaints);
        return measured;
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
