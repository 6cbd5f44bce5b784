using System.Globalization;
using System.Text.RegularExpressions;
using static Microsoft.Playwright.Assertions;

namespace OmnipotentFutures.Dashboard.Tests.Support;

/// <summary>What the read-out says: start of the column, Unix ms, middle of the row and what stands there, USDT; null beside the map.</summary>
public sealed record Reading(long Time, decimal? Price, decimal? Longs, decimal? Shorts);

/// <summary>What a person sees and does at the chart.</summary>
internal static class ChartExtensions
{
    // How much of the candles' pane has another colour than the page: candles, lines and letters are thin, the map is not.
    private const string ShareOfMap =
        """
        () => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(() => {
          const canvas = [...document.querySelectorAll('[data-testid=chart] canvas')].toSorted((one, other) => other.width * other.height - one.width * one.height)[0];
          const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d');
          copy.drawImage(canvas, 0, 0);
          const pixels = new Uint32Array(copy.getImageData(0, 0, canvas.width, canvas.height).data.buffer);
          const page = getComputedStyle(document.documentElement).getPropertyValue('--chart');
          const probe = new OffscreenCanvas(1, 1).getContext('2d');
          probe.fillStyle = page;
          probe.fillRect(0, 0, 1, 1);
          const background = new Uint32Array(probe.getImageData(0, 0, 1, 1).data.buffer)[0];
          resolve(pixels.reduce((count, pixel) => count + (pixel === background ? 0 : 1), 0) / pixels.length);
        })))
        """;

    // Pixels of the candles' pane in exactly the colour of long or of short levels.
    private const string HasLinesOfSides =
        """
        wanted => {
          const canvas = [...document.querySelectorAll('[data-testid=chart] canvas')].toSorted((one, other) => other.width * other.height - one.width * one.height)[0];
          const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d');
          copy.drawImage(canvas, 0, 0);
          const pixels = copy.getImageData(0, 0, canvas.width, canvas.height).data;
          const sides = [[255, 171, 112], [121, 192, 255], [163, 74, 0], [0, 98, 155]];
          for (let at = 0; at < pixels.length; at += 4) {
            if (sides.some(([red, green, blue]) => pixels[at] === red && pixels[at + 1] === green && pixels[at + 2] === blue)) {
              return wanted;
            }
          }
          return !wanted;
        }
        """;

    /// <summary>Waits until the colour of a side's levels is, or is not, on the candles' pane.</summary>
    public static Task ShouldHaveLinesOfSidesAsync(this PageUnderTest page, bool wanted) => page.Page.WaitForFunctionAsync(HasLinesOfSides, wanted);

    /// <summary>From now on notes what is written on canvases, of which a page tells nothing else.</summary>
    public static Task NoteWritingAsync(this PageUnderTest page) => page.Page.EvaluateAsync(
        """
        () => {
          const write = CanvasRenderingContext2D.prototype.fillText;
          window.written = new Set();
          CanvasRenderingContext2D.prototype.fillText = function (text, ...place) {
            window.written.add(text);
            return write.call(this, text, ...place);
          };
        }
        """);

    /// <summary>Waits until a text has been written on a canvas.</summary>
    /// <param name="page">The page.</param>
    /// <param name="pattern">What the text looks like, a regular expression.</param>
    public static Task ShouldHaveWrittenAsync(this PageUnderTest page, string pattern) =>
        page.Page.WaitForFunctionAsync("pattern => [...window.written].some(text => new RegExp(pattern).test(text))", pattern);

    /// <summary>Waits for a picture.</summary>
    /// <param name="page">The page.</param>
    /// <param name="what">Symbol and range.</param>
    public static Task ShouldHaveDrawnAsync(this PageUnderTest page, string what) => Expect(page["chart"]).ToHaveAttributeAsync("data-drawn", what);

    /// <summary>Waits for a part of the page's address.</summary>
    public static Task ShouldBeAtAsync(this PageUnderTest page, string part) => Expect(page.Page).ToHaveURLAsync(new Regex(Regex.Escape(part)));

    /// <summary>Points at a place of the chart, in shares of its width and height, and reads what stands there.</summary>
    public static async Task<Reading> PointAsync(this PageUnderTest page, double across, double down)
    {
        var box = (await page["chart"].BoundingBoxAsync())!;
        await page.Page.Mouse.MoveAsync((float)(box.X + 5), (float)(box.Y + box.Height - 5));
        await page.Page.Mouse.MoveAsync((float)(box.X + (box.Width * across)), (float)(box.Y + (box.Height * down)));
        return await page.ReadAsync();
    }

    /// <summary>Reads the read-out, once it says anything.</summary>
    public static async Task<Reading> ReadAsync(this PageUnderTest page)
    {
        await Expect(page["readout"]).ToHaveAttributeAsync("data-time", new Regex("[0-9]+"));
        return new(
            long.Parse((await page["readout"].GetAttributeAsync("data-time"))!, CultureInfo.InvariantCulture),
            await NumberAsync("data-price"),
            await NumberAsync("data-longs"),
            await NumberAsync("data-shorts"));

        async Task<decimal?> NumberAsync(string name) =>
            await page["readout"].GetAttributeAsync(name) is { Length: > 0 } text ? decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture) : null;
    }

    /// <summary>How much of the candles' pane is covered, as a fraction.</summary>
    public static Task<double> ShareOfMapAsync(this PageUnderTest page) => page.Page.EvaluateAsync<double>(ShareOfMap);
}
