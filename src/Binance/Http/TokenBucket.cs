namespace OmnipotentFutures.Binance.Http;

/// <summary>A token bucket that hands out tokens ahead of time: whoever takes more than is left waits until the tokens have flowed
/// in, and later callers wait behind. The framework's limiter runs on the system's timers, so that its waits can neither be
/// foretold to a caller it refuses nor be tested.</summary>
/// <param name="capacity">Most tokens the bucket holds; it starts full.</param>
/// <param name="perSecond">Tokens that flow in per second.</param>
/// <param name="clock">The clock that the flow is measured by.</param>
internal sealed class TokenBucket(int capacity, double perSecond, TimeProvider clock)
{
    private readonly Lock _gate = new();
    private double _tokens = capacity;
    private long _filledAt = clock.GetTimestamp();

    /// <summary>Whole tokens that can be taken without a wait.</summary>
    public int Left
    {
        get
        {
            lock (_gate)
            {
                Fill();
                return (int)Math.Max(0, _tokens);
            }
        }
    }

    /// <summary>Takes tokens unless they would come too late.</summary>
    /// <param name="count">How many.</param>
    /// <param name="longestWait">How long the caller is ready to wait.</param>
    /// <param name="wait">How long until the tokens are there, taken or not.</param>
    /// <returns>Whether they are taken.</returns>
    public bool TryTake(int count, TimeSpan longestWait, out TimeSpan wait)
    {
        lock (_gate)
        {
            Fill();
            wait = TimeSpan.FromMilliseconds(Math.Ceiling(Math.Max(0, count - _tokens) / perSecond * 1000));
            if (wait > longestWait)
            {
                return false;
            }

            _tokens -= count;
            return true;
        }
    }

    /// <summary>Gives back tokens that were taken and not used.</summary>
    /// <param name="count">How many.</param>
    public void Return(int count)
    {
        lock (_gate)
        {
            Fill();
            _tokens = Math.Min(capacity, _tokens + count);
        }
    }

    /// <summary>Pours out what is above a number.</summary>
    /// <param name="most">Tokens that may stay.</param>
    public void LowerTo(int most)
    {
        lock (_gate)
        {
            Fill();
            _tokens = Math.Min(_tokens, Math.Max(0, most));
        }
    }

    private void Fill()
    {
        var now = clock.GetTimestamp();
        _tokens = Math.Min(capacity, _tokens + (clock.GetElapsedTime(_filledAt, now).TotalSeconds * perSecond));
        _filledAt = now;
    }
}
