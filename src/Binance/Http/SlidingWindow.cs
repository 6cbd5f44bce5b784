namespace OmnipotentFutures.Binance.Http;

/// <summary>A log of what is spent and of what is promised ahead of time, by which no window of the given length ever holds more than the planned
/// units, wherever it begins. All of them may be spent at once. The framework's limiter runs on the system's timers, so that its waits can neither be
/// foretold to a caller it refuses nor be tested. Moments are times since an origin of the caller's choice and must not go back. Not thread-safe.</summary>
/// <param name="planned">Units that any window may hold.</param>
/// <param name="length">Length of the window.</param>
internal sealed class SlidingWindow(int planned, TimeSpan length)
{
    // What is spent within a slot's length counts as spent at its end: this bounds the memory, and no unit is freed too early.
    private const int SlotsPerWindow = 600;

    private readonly LinkedList<SpentSlot> _slots = new();
    private int _spent;

    /// <summary>Units that could be spent at once.</summary>
    /// <param name="now">Present moment.</param>
    public int Left(TimeSpan now)
    {
        Forget(now);
        return Newest > now ? 0 : Math.Max(0, planned - _spent);
    }

    /// <summary>The first moment at which units could be spent. Nobody overtakes: it is never before what has been promised already.</summary>
    /// <param name="units">How many.</param>
    /// <param name="now">Present moment.</param>
    /// <returns>Null when the whole plan is less.</returns>
    public TimeSpan? EarliestFor(int units, TimeSpan now)
    {
        if (units > planned)
        {
            return null;
        }

        Forget(now);
        var earliest = Later(now, Newest);
        var missing = _spent + units - planned;
        for (var slot = _slots.First; missing > 0 && slot is not null; slot = slot.Next)
        {
            missing -= slot.Value.Units;
            earliest = Later(earliest, slot.Value.Latest + length);
        }

        return earliest;
    }

    /// <summary>Logs units as spent.</summary>
    /// <param name="units">How many.</param>
    /// <param name="at">When; not before <see cref="EarliestFor"/> said.</param>
    /// <returns>Where they are logged.</returns>
    public SpentSlot Spend(int units, TimeSpan at)
    {
        var slot = _slots.Last?.Value;
        if (slot is null || at - slot.First >= length / SlotsPerWindow)
        {
            slot = new SpentSlot(at);
            _slots.AddLast(slot);
        }

        slot.Latest = at;
        slot.Units += units;
        _spent += units;
        return slot;
    }

    /// <summary>Takes units out of the log that were not spent after all.</summary>
    /// <param name="slot">Where they are logged.</param>
    /// <param name="units">How many.</param>
    public void Return(SpentSlot slot, int units)
    {
        if (slot.Units == 0)
        {
            // Out of the window meanwhile.
            return;
        }

        slot.Units -= units;
        _spent -= units;
        while (_slots.Last is { Value.Units: 0 })
        {
            _slots.RemoveLast();
        }
    }

    /// <summary>Logs units as spent later than was foreseen.</summary>
    /// <param name="slot">Where they are logged.</param>
    /// <param name="units">How many.</param>
    /// <param name="now">Present moment.</param>
    /// <returns>Where they are logged now: behind what is promised already, since the log is in order.</returns>
    public SpentSlot Postpone(SpentSlot slot, int units, TimeSpan now)
    {
        if (now <= slot.Latest)
        {
            return slot;
        }

        Forget(now);
        Return(slot, units);
        return Spend(units, Later(now, Newest));
    }

    /// <summary>Units that are spent after a moment, promised ones included.</summary>
    /// <param name="moment">The moment.</param>
    public int SpentAfter(TimeSpan moment)
    {
        var sum = 0;
        for (var slot = _slots.Last; slot is not null && slot.Value.Latest > moment; slot = slot.Previous)
        {
            sum += slot.Value.Units;
        }

        return sum;
    }

    private TimeSpan Newest => _slots.Last?.Value.Latest ?? TimeSpan.Zero;

    private static TimeSpan Later(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private void Forget(TimeSpan now)
    {
        while (_slots.First is { Value: var slot } && slot.Latest + length <= now)
        {
            _spent -= slot.Units;
            slot.Units = 0;
            _slots.RemoveFirst();
        }
    }
}
