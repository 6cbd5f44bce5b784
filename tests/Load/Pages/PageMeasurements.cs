using System.Diagnostics;
using Microsoft.Playwright;
using OmnipotentFutures.Dashboard.Tests.Support;

namespace OmnipotentFutures.Load.Pages;

/// <summary>Frames of a page while it was busy.</summary>
/// <param name="Intervals">From each frame to the next, ms: 16.7 is 60 a second, and the browser shows no more.</param>
/// <param name="Work">What each took.</param>
internal sealed record Frames(double[] Intervals, FrameWork[] Work);

/// <summary>Rebuilds of the picture's bitmap, ms.</summary>
/// <param name="First">The first one of the page, with code that was never run before.</param>
/// <param name="Later">Those that came of moving the slider, in order.</param>
internal sealed record Rebuilds(double First, double[] Later);

/// <summary>What is measured of a page by itself, in the browser.</summary>
internal static class PageMeasurements
{
    private static readonly TimeSpan Panning = TimeSpan.FromSeconds(3);

    /// <summary>From the start of the navigation until the first candles are given to the chart, ms.</summary>
    public static Task<double> FirstCandlesAsync(this IPage page) => page.EvaluateAsync<double>(
        """
        () => new Promise(resolve => new PerformanceObserver((list, observer) => {
          const [mark] = list.getEntriesByName('candles');
          if (mark) {
            observer.disconnect();
            resolve(mark.startTime);
          }
        }).observe({ type: 'mark', buffered: true }))
        """);

    /// <summary>Bodies of the page's scripts and styles as they were sent, bytes.</summary>
    public static Task<int> ScriptAndStyleBytesAsync(this IPage page) => page.EvaluateAsync<int>(
        """
        () => performance.getEntriesByType('resource')
          .filter(({ name }) => /\.(js|css)$/.test(name))
          .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0)
        """);

    /// <summary>Faults that axe-core calls serious or critical.</summary>
    public static async Task<string[]> SeriousFaultsAsync(this IPage page)
    {
        await page.Locator("[data-drawn='BTCUSDT 24h'], [data-testid=market-table], .document table").First.WaitForAsync();
        return await Axe.SeriousFaultsAsync(page);
    }

    /// <summary>Drags the chart to and fro with the mouse.</summary>
    public static async Task<Frames> PanAsync(this IPage page)
    {
        var chart = (await page.GetByTestId("chart").BoundingBoxAsync())!;
        var (x, y) = (chart.X + (chart.Width / 2), chart.Y + (chart.Height / 4));
        await page.Mouse.MoveAsync(x, y);
        await page.Mouse.DownAsync();

        await page.EvaluateAsync(
            """
            () => {
              window.frameStarts = [];
              const tick = now => {
                window.frameStarts.push(now);
                requestAnimationFrame(tick);
              };
              requestAnimationFrame(tick);
            }
            """);
        var work = await FrameTrace.RecordAsync(page, async () =>
        {
            var started = Stopwatch.GetTimestamp();
            for (var elapsed = TimeSpan.Zero; elapsed < Panning; elapsed = Stopwatch.GetElapsedTime(started))
            {
                await page.Mouse.MoveAsync(x + (float)(chart.Width / 4 * Math.Sin(elapsed.TotalSeconds * 4)), y);
            }
        });
        var starts = await page.EvaluateAsync<double[]>("() => window.frameStarts");
        await page.Mouse.UpAsync();
        return new([.. starts.Zip(starts.Skip(1), (one, next) => next - one)], work);
    }

    /// <summary>Moves the lower limit of the colours, each time giving the page two frames.</summary>
    /// <param name="page">With a picture.</param>
    /// <param name="moves">How often.</param>
    public static async Task<Rebuilds> MoveLowerLimitAsync(this IPage page, int moves)
    {
        var durations = await page.EvaluateAsync<double[][]>(
            """
            async moves => {
              const durations = () => performance.getEntriesByName('heatmap-bitmap').map(({ duration }) => duration);
              const frame = () => new Promise(requestAnimationFrame);
              const before = durations();
              const slider = document.querySelector('[data-testid=from-slider]');
              for (let move = 1; move <= moves; move++) {
                slider.value = 800 * move / moves;
                slider.dispatchEvent(new Event('input', { bubbles: true }));
                await frame();
                await frame();
              }
              return [before, durations().slice(before.length)];
            }
            """,
            moves);
        return new(durations[0][0], durations[1]);
    }
}
