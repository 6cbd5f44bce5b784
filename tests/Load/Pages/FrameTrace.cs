using System.Text.Json;
using Microsoft.Playwright;

namespace OmnipotentFutures.Load.Pages;

/// <summary>What a page's main thread did for a frame: its events before it, its callbacks, layout and painting.</summary>
/// <param name="Page">What the page itself is the cause of, ms of a processor's time.</param>
/// <param name="Commit">Handing the frame over to be shown, ms of a processor's time: without a graphics processor every canvas is copied for it.</param>
internal readonly record struct FrameWork(double Page, double Commit);

/// <summary>Chromium's own record of tasks, by the frame that they were for.</summary>
internal static class FrameTrace
{
    private const string Categories = "devtools.timeline,disabled-by-default-devtools.timeline";

    /// <summary>Records the frames in which the mouse was moved. The page has to ask for each frame, whether something moves or not.</summary>
    public static async Task<FrameWork[]> RecordAsync(IPage page, Func<Task> act)
    {
        var browser = await page.Context.NewCDPSessionAsync(page);
        List<JsonElement> events = [];
        var complete = new TaskCompletionSource();
        browser.Event("Tracing.dataCollected").OnEvent += (_, data) => events.AddRange(data!.Value.GetProperty("value").EnumerateArray());
        browser.Event("Tracing.tracingComplete").OnEvent += (_, _) => complete.TrySetResult();
        await browser.SendAsync("Tracing.start", new() { ["transferMode"] = "ReportEvents", ["categories"] = Categories });
        await act();
        await browser.SendAsync("Tracing.end");
        await complete.Task;
        await browser.DetachAsync();
        return Frames(events);
    }

    private static FrameWork[] Frames(List<JsonElement> events)
    {
        var thread = events.First(each => Name(each) == "FireAnimationFrame").GetProperty("tid").GetInt64();
        List<FrameWork> frames = [];
        var (work, isFrame, hasMoved) = (new FrameWork(), false, false);
        // A task comes before what happens in it.
        foreach (var each in events.Where(each => each.GetProperty("tid").GetInt64() == thread).OrderBy(each => Number(each, "ts")).ThenByDescending(each => Number(each, "dur")))
        {
            switch (Name(each))
            {
                case "RunTask":
                    if (isFrame)
                    {
                        if (hasMoved)
                        {
                            frames.Add(work);
                        }

                        (work, isFrame, hasMoved) = (new FrameWork(), false, false);
                    }

                    work = work with { Page = work.Page + Processor(each) };
                    break;
                case "Commit":
                    work = new(work.Page - Processor(each), work.Commit + Processor(each));
                    break;
                case "FireAnimationFrame":
                    isFrame = true;
                    break;
                case "EventDispatch":
                    hasMoved |= each.GetProperty("args").GetProperty("data").GetProperty("type").GetString() == "mousemove";
                    break;
            }
        }

        return [.. frames];
    }

    private static string? Name(JsonElement each) => each.GetProperty("name").GetString();

    private static double Processor(JsonElement each) => Number(each, "tdur") / 1000;

    // A task that was under way when the recording began or ended has no length.
    private static double Number(JsonElement each, string name) => each.TryGetProperty(name, out var value) ? value.GetDouble() : 0;
}
