using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace OmnipotentFutures.Analysis.Tests.Support;

/// <summary>A clock that stands still, and tells when somebody has begun to wait on it.</summary>
internal sealed class PausingClock : FakeTimeProvider
{
    private readonly Channel<TimeSpan> _waits = Channel.CreateUnbounded<TimeSpan>();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        _waits.Writer.TryWrite(dueTime);
        return timer;
    }

    /// <summary>Ends when the next wait of this length has begun.</summary>
    public async Task WaitBegunAsync(TimeSpan length)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (await _waits.Reader.ReadAsync(patience.Token) != length)
        {
        }
    }
}
