using System.Diagnostics;

namespace OmnipotentFutures.EndToEnd.Drills;

/// <summary>Waits for what must come, and no longer than a drill may take.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    public static async Task TrueAsync(string expected, Func<Task<bool>> condition)
    {
        using var timer = new PeriodicTimer(Pause);
        var started = Stopwatch.GetTimestamp();
        while (!await condition())
        {
            (Stopwatch.GetElapsedTime(started) < Limit).ShouldBeTrue($"Not within {Limit.TotalSeconds} s: {expected}");
            await timer.WaitForNextTickAsync();
        }
    }
}
