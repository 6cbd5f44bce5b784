using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;
using OmnipotentFutures.Load.Pages;
using OmnipotentFutures.Load.Processes;
using OmnipotentFutures.Load.Report;

namespace OmnipotentFutures.Load.Drills;

/// <summary>The dashboard in a browser in front of the suite.</summary>
internal static class PageDrill
{
    private const int Openings = 9;
    private const int Moves = 40;
    private const int WarmUpMoves = 3;

    // A 60th of a second and what the browser's clock is rounded by.
    private const double LateFrame = 17;

    private static readonly TimeSpan Settled = TimeSpan.FromMinutes(1);

    // Longer than an answer is kept: each opening has its own picture made.
    private static readonly TimeSpan BetweenOpenings = TimeSpan.FromSeconds(6);

    // The rows of a picture depend on how far the price went. These have gone furthest.
    private static readonly string[] LargePictures = ["BCHUSDT", "LTCUSDT", "AAVEUSDT", "SOLUSDT"];

    public static async Task<IReadOnlyList<Figure>> RunAsync(CancellationToken cancellationToken)
    {
        await using var browser = await Chromium.StartAsync();
        using var suite = await ProcessSuite.StartAsync(watched: 10, cancellationToken);
        var started = Stopwatch.GetTimestamp();
        var front = suite.Gateway.Address;

        var first = await browser.VisitAsync(front, page => page.FirstCandlesAsync());
        var bytes = await browser.VisitAsync(front, page => page.ScriptAndStyleBytesAsync());
        var faults = await FaultsAsync(browser, front);

        // A suite that has just started compiles its hot paths beside the page.
        if (Settled - Stopwatch.GetElapsedTime(started) is { Ticks: > 0 } left)
        {
            await Task.Delay(left, cancellationToken);
        }

        var (symbol, cells) = await LargestPictureAsync(front, cancellationToken);
        var (frames, rebuilds) = await browser.VisitAsync(new Uri(front, $"/?symbol={symbol}&range=30d"), async page =>
        {
            await page.Locator($"[data-drawn='{symbol} 30d']").WaitForAsync();
            return (await page.PanAsync(), await page.MoveLowerLimitAsync(Moves));
        });

        List<double> openings = [];
        for (var round = 0; round < Openings; round++)
        {
            await Task.Delay(BetweenOpenings, cancellationToken);
            openings.Add(await browser.VisitAsync(front, page => page.FirstCandlesAsync()) / 1000);
        }

        return
        [
            .. Opening(openings, first / 1000),
            new("page: script and style as sent, KB", bytes / 1000.0, Bound.AtMost(120)),
            .. Panning(frames, $"{symbol} 30d, {cells} cells"),
            .. Rebuilding(rebuilds, $"{symbol} 30d, {cells} cells"),
            new("page: serious and critical faults by axe-core", faults.Count, Bound.AtMost(0), Beside: string.Join(", ", faults)),
            new("page: complaints of the browser, calls to other hosts among them", browser.Complaints.Count, Bound.AtMost(0), Beside: string.Join("; ", browser.Complaints)),
        ];
    }

    private static async Task<IReadOnlyList<string>> FaultsAsync(Chromium browser, Uri front)
    {
        List<string> faults = [];
        foreach (var path in new[] { "/", "/?page=market", "/accuracy.html" })
        {
            foreach (var scheme in new[] { ColorScheme.Dark, ColorScheme.Light })
            {
                var found = await browser.VisitAsync(new Uri(front, path), page => page.SeriousFaultsAsync(), scheme);
                faults.AddRange(found.Select(fault => $"{fault} at {path}, {scheme}"));
            }
        }

        return faults;
    }

    private static async Task<(string Symbol, int Cells)> LargestPictureAsync(Uri front, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = front };
        List<(string Symbol, int Cells)> pictures = [];
        foreach (var symbol in LargePictures)
        {
            var answer = await http.GetFromJsonAsync<JsonElement>(new Uri($"/api/liquidation-heatmap/heatmap/{symbol}?range=30d", UriKind.Relative), cancellationToken);
            var data = answer.GetProperty("data");
            pictures.Add((symbol, data.GetProperty("times").GetArrayLength() * data.GetProperty("prices").GetArrayLength()));
        }

        return pictures.MaxBy(picture => picture.Cells);
    }

    private static IEnumerable<Figure> Opening(List<double> openings, double first)
    {
        var required = Bound.AtMost(1.5);
        yield return new("page: opened to first candles, nothing cached, s", Quantile(openings, 0.5), required, Beside: $"median of {Openings}, suite up for a minute");
        yield return new("page: the slowest of them, s", openings.Max(), required, Beside: Text($"fastest {openings.Min():0.00}"));
        yield return new("page: the first one after the start of the suite, s", first);
    }

    private static IEnumerable<Figure> Panning(Frames frames, string what)
    {
        var required = Bound.AtMost(16);
        double[] work = [.. frames.Work.Select(frame => frame.Page)], all = [.. frames.Work.Select(frame => frame.Page + frame.Commit)];
        yield return new("page: work of a frame while panning, ms", Quantile(work, 0.5), required, Beside: $"median of {work.Length} frames, {what}");
        yield return new("page: the same, 95th percentile, ms", Quantile(work, 0.95), required);
        yield return new(
            "page: with the canvases copied, for want of a graphics processor, ms", Quantile(all, 0.5), Beside: Text($"p95 {Quantile(all, 0.95):0.0} ms"));
        yield return new(
            "page: frame to frame while panning, ms", Quantile(frames.Intervals, 0.5),
            Beside: Text($"p95 {Quantile(frames.Intervals, 0.95):0.0} ms, {100.0 * frames.Intervals.Count(interval => interval > LateFrame) / frames.Intervals.Length:0.0} % over 16.7; the browser shows 60 a second at most"));
    }

    private static IEnumerable<Figure> Rebuilding(Rebuilds rebuilds, string what)
    {
        var required = Bound.AtMost(10);
        var warm = rebuilds.Later[WarmUpMoves..];
        yield return new(
            "page: rebuild of the bitmap, ms", Quantile(warm, 0.5), required,
            Beside: Text($"median of {warm.Length}, {what}; first of the page {rebuilds.First:0.0}, then {string.Join(", ", rebuilds.Later.Take(WarmUpMoves).Select(time => Text($"{time:0.0}")))}"));
        yield return new("page: the same, 95th percentile, ms", Quantile(warm, 0.95), required);
    }

    private static double Quantile(IReadOnlyCollection<double> values, double share) => values.Order().ElementAt((int)Math.Ceiling(values.Count * share) - 1);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
