using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace OmnipotentFutures.Dashboard.Tests.Support;

/// <summary>A page in the browser, which remembers everything that it had to complain about: errors on its console and of its scripts, requests that
/// failed, and requests to anybody but the gateway.</summary>
public sealed class PageUnderTest
{
    /// <summary>How long a test waits for what must happen before it fails instead of hanging.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    // What the page itself gave up: an answer that nobody waits for any more.
    private const string GivenUp = "net::ERR_ABORTED";

    private readonly ConcurrentQueue<string> _complaints = [];

    private PageUnderTest(IPage page, Uri address)
    {
        Page = page;
        page.Console += (_, message) => Complain(message.Type is "error", $"console: {message.Text} ({message.Location})");
        page.PageError += (_, error) => Complain(true, $"script: {error}");
        page.RequestFailed += (_, request) => Complain(request.Failure != GivenUp, $"failed: {request.Url} {request.Failure}");
        page.Request += (_, request) => Complain(IsForeign(new Uri(request.Url), address), $"foreign: {request.Url}");
    }

    public IPage Page { get; }

    /// <summary>All complaints so far, each beginning with its kind: <c>console</c>, <c>script</c>, <c>failed</c> or <c>foreign</c>.</summary>
    public IReadOnlyCollection<string> Complaints => _complaints;

    /// <summary>An element of the page by its <c>data-testid</c>.</summary>
    public ILocator this[string testId] => Page.GetByTestId(testId);

    /// <summary>Opens a page.</summary>
    /// <param name="context">Whose it is.</param>
    /// <param name="address">The dashboard's.</param>
    /// <param name="path">Path and query.</param>
    internal static async Task<PageUnderTest> OpenAsync(IBrowserContext context, Uri address, string path)
    {
        context.SetDefaultTimeout((float)Patience.TotalMilliseconds);
        var page = new PageUnderTest(await context.NewPageAsync(), address);
        var response = await page.Page.GotoAsync(new Uri(address, path).ToString());
        response!.Status.ShouldBe(200, path);
        return page;
    }

    private static bool IsForeign(Uri request, Uri address) => request.Scheme is not ("data" or "blob") && request.Authority != address.Authority;

    private void Complain(bool hasReason, string complaint)
    {
        if (hasReason)
        {
            _complaints.Enqueue(complaint);
        }
    }
}
