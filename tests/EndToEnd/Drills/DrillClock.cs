using System.Diagnostics;
using Microsoft.Extensions.Time.Testing;

namespace OmnipotentFutures.EndToEnd.Drills;

/// <summary>A clock that runs with the machine's and can be put forward: what is fresh for a minute or closed for two is a drill of milliseconds.
/// Whoever is under it waits as it would, and no longer.</summary>
public sealed class DrillClock : FakeTimeProvider, IAsyncDisposable
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(10);

    private readonly CancellationTokenSource _stop = new();
    private readonly Task _running;

    /// <param name="start">Its time at first.</param>
    /// <param name="isStanding">Whether it stands still but for what it is put forward.</param>
    public DrillClock(DateTimeOffset start, bool isStanding)
        : base(start) => _running = isStanding ? Task.CompletedTask : RunAsync();

    /// <summary>Puts the clock forward.</summary>
    public void Skip(TimeSpan time) => Advance(time);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        _stop.Dispose();
    }

    private async Task RunAsync()
    {
        using var timer = new PeriodicTimer(Step);
        var passed = TimeSpan.Zero;
        var started = Stopwatch.GetTimestamp();
        try
        {
            while (await timer.WaitForNextTickAsync(_stop.Token))
            {
                var now = Stopwatch.GetElapsedTime(started);
                Advance(now - passed);
                passed = now;
            }
        }
        catch (OperationCanceledException)
        {
            // Disposed of.
        }
    }
}
