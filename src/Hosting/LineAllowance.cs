namespace OmnipotentFutures.Hosting;

/// <summary>How many lines of one kind the log takes in a minute, so that a flood of them buries nothing else.</summary>
/// <param name="perMinute">Lines within one minute of the clock.</param>
/// <param name="time">The clock.</param>
internal sealed class LineAllowance(int perMinute, TimeProvider time)
{
    private readonly Lock _gate = new();
    private long _minute = -1;
    private int _left;

    /// <summary>Takes one line.</summary>
    /// <param name="last">Whether it is the last one of this minute.</param>
    /// <returns>Whether there was one left.</returns>
    public bool TryTake(out bool last)
    {
        lock (_gate)
        {
            var minute = time.GetTimestamp() / (60 * time.TimestampFrequency);
            if (minute != _minute)
            {
                (_minute, _left) = (minute, perMinute);
            }

            last = _left == 1;
            return _left > 0 && _left-- > 0;
        }
    }
}
