using Microsoft.Playwright;

namespace OmnipotentFutures.Load.Pages;

/// <summary>What the browser counts of a page's main thread.</summary>
internal sealed class MainThread(ICDPSession browser) : IAsyncDisposable
{
    /// <summary>Time spent in tasks since the page was opened, ms.</summary>
    public async Task<double> BusyAsync()
    {
        await browser.SendAsync("Performance.enable");
        var answer = await browser.SendAsync("Performance.getMetrics");
        return 1000 * answer!.Value.GetProperty("metrics").EnumerateArray()
            .Single(metric => metric.GetProperty("name").GetString() == "TaskDuration").GetProperty("value").GetDouble();
    }

    public async ValueTask DisposeAsync() => await browser.DetachAsync();
}
