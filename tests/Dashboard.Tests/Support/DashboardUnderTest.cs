using Microsoft.Playwright;

namespace OmnipotentFutures.Dashboard.Tests.Support;

/// <summary>The dashboard in front of a simulated market, and a browser to look at it: one of each for all tests, which run one after the other and leave
/// them as they found them.</summary>
[CollectionDefinition(Name)]
public sealed class DashboardUnderTest : IAsyncLifetime, ICollectionFixture<DashboardUnderTest>
{
    /// <summary>Name of the tests' collection.</summary>
    public const string Name = "dashboard";

    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private Services? _services;

    /// <summary>What the page talks to.</summary>
    public Services Services => _services!;

    public async Task InitializeAsync()
    {
        // Made for a class whose tests are all skipped, too.
        if (Programs.ReasonToSkip(Programs.MissingForBrowser) is not null)
        {
            return;
        }

        Programs.MissingForBrowser.ShouldBeNull();
        Assertions.SetDefaultExpectTimeout((float)PageUnderTest.Patience.TotalMilliseconds);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Programs.Chromium, Headless = true, Args = Programs.ChromiumFlags });
        _services = await Services.StartAsync();
    }

    /// <summary>Opens a page of the dashboard, as somebody who was never there, and checks afterwards that it had nothing to complain about.</summary>
    /// <param name="path">Path and query.</param>
    /// <param name="visit">What is done and expected there.</param>
    /// <param name="visitor">Whose window, language and habits; null for an English one of 1440 × 900.</param>
    /// <param name="isExpected">Complaints that the test is about; null when there must be none.</param>
    /// <param name="gateway">Who serves the page; null for the one that asks for no key.</param>
    public async Task VisitAsync(
        string path, Func<PageUnderTest, Task> visit, BrowserNewContextOptions? visitor = null, Func<string, bool>? isExpected = null, Service? gateway = null)
    {
        ArgumentNullException.ThrowIfNull(visit);

        await using var context = await _browser!.NewContextAsync(visitor ?? new() { Locale = "en-US", ViewportSize = new() { Width = 1440, Height = 900 } });
        var page = await PageUnderTest.OpenAsync(context, (gateway ?? Services.Gateway).Address, path);
        await visit(page);
        page.Complaints.Where(complaint => isExpected?.Invoke(complaint) != true).ShouldBeEmpty();
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        if (_services is not null)
        {
            await _services.DisposeAsync();
        }
    }
}
