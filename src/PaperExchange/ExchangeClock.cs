namespace OmnipotentFutures.PaperExchange;

/// <summary>The exchange's present time: it starts where it is told and runs at its own speed over real time.
/// Where the market ends, it stands still: a recording has no later present to show.</summary>
/// <param name="time">Real time.</param>
/// <param name="start">Exchange time now, Unix ms.</param>
/// <param name="speed">Exchange seconds per second.</param>
/// <param name="end">Exchange time that is never passed, Unix ms.</param>
public sealed class ExchangeClock(TimeProvider time, long start, double speed = 1, long end = long.MaxValue)
{
    private readonly long _startedAt = time.GetTimestamp();

    /// <summary>Exchange time, Unix ms. Never goes back.</summary>
    public long Now => (long)Math.Min(end, start + (time.GetElapsedTime(_startedAt).TotalMilliseconds * speed));
}
