namespace OmnipotentFutures.Analysis.Exchange;

/// <summary>The exchange's clock, by which its readings come out and its numbers age. Ours may be wrong, and a recorded market runs in the past.</summary>
public sealed class ExchangeTime(TimeProvider clock)
{
    private long _distance;

    /// <summary>Present time by the exchange's clock; by ours until it has told its own.</summary>
    public DateTimeOffset Now => clock.GetUtcNow() + Distance;

    /// <summary>How far its clock is ahead of ours; negative when it is behind.</summary>
    public TimeSpan Distance => new(Interlocked.Read(ref _distance));

    /// <summary>Takes what the exchange just told.</summary>
    /// <param name="told">Its time, Unix ms.</param>
    internal void Set(long told) => Interlocked.Exchange(ref _distance, (DateTimeOffset.FromUnixTimeMilliseconds(told) - clock.GetUtcNow()).Ticks);
}
