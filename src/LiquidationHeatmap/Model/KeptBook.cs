namespace OmnipotentFutures.LiquidationHeatmap.Model;

/// <summary>One contract's book, kept from reading to reading: a bar that is new is taken in, a bar that is not finished goes onto a copy. Rebuilt
/// only when a history does not continue the one before, or the brackets or the room for prices have changed. For one reader at a time or many.</summary>
public sealed class KeptBook
{
    // How far the price may go before the book must be rebuilt with more room.
    private const double Room = 0.2;

    // A reading that is missing from a bar this many bars ago is not coming any more.
    private const int SettledAfter = 3;

    private readonly BookParameters _parameters;
    private readonly Lock _gate = new();
    private Kept? _kept;

    /// <summary>Starts without a book.</summary>
    /// <param name="parameters">The model's assumptions.</param>
    public KeptBook(BookParameters parameters) => _parameters = parameters;

    /// <summary>Bars taken in so far, unfinished ones not counted.</summary>
    public long BarsTaken { get; private set; }

    /// <summary>Books built from nothing so far.</summary>
    public int Rebuilds { get; private set; }

    /// <summary>The book after a history.</summary>
    /// <param name="ladder">The contract's brackets.</param>
    /// <param name="bars">The history, oldest first, at least one bar; the last may be unfinished.</param>
    /// <returns>A copy that is the caller's own.</returns>
    public BookReplay Read(BracketLadder ladder, IReadOnlyList<MarketBar> bars)
    {
        ArgumentNullException.ThrowIfNull(ladder);
        ArgumentNullException.ThrowIfNull(bars);

        BookReplay reading;
        int next;
        lock (_gate)
        {
            (var replay, next) = Continue(ladder, bars) ?? Rebuild(ladder, bars);
            for (var settled = CountSettled(bars); next < settled; next++)
            {
                replay.Advance(bars[next]);
                BarsTaken++;
            }

            _kept = new Kept(ladder, replay, bars, next);
            reading = replay.Clone();
        }

        for (; next < bars.Count; next++)
        {
            reading.Advance(bars[next]);
        }

        return reading;
    }

    private (BookReplay Replay, int Next) Rebuild(BracketLadder ladder, IReadOnlyList<MarketBar> bars)
    {
        Rebuilds++;
        return (new BookReplay(LiquidationBook.For(_parameters, ladder, bars, Room)), 0);
    }

    private (BookReplay Replay, int Next)? Continue(BracketLadder ladder, IReadOnlyList<MarketBar> bars)
    {
        if (_kept is not { Taken: > 0 } kept || !kept.Ladder.Brackets.SequenceEqual(ladder.Brackets))
        {
            return null;
        }

        var last = LastIndexAt(bars, kept.Bars[kept.Taken - 1].OpenTime);
        if (last < 0 || !AgreesBackFrom(last, kept, bars))
        {
            return null;
        }

        // All of them, for others replay the history on the same grid.
        foreach (var bar in bars)
        {
            if (!kept.Replay.Book.Covers(bar))
            {
                return null;
            }
        }

        return (kept.Replay, last + 1);
    }

    private static int LastIndexAt(IReadOnlyList<MarketBar> bars, long openTime)
    {
        var i = bars.Count - 1;
        while (i >= 0 && bars[i].OpenTime > openTime)
        {
            i--;
        }

        return i >= 0 && bars[i].OpenTime == openTime ? i : -1;
    }

    // The last bar that was taken in must be there as it was; so must those before it, as far back as the two histories have the same bars: what
    // was missing then may have been filled in since. Farther back, coarse bars have taken the place of fine ones.
    private static bool AgreesBackFrom(int last, Kept kept, IReadOnlyList<MarketBar> bars)
    {
        for (var (i, j) = (last, kept.Taken - 1); i >= 0 && j >= 0; i--, j--)
        {
            var (bar, before) = (bars[i], kept.Bars[j]);
            if (bar.OpenTime != before.OpenTime || bar.Length != before.Length)
            {
                return i < last;
            }

            if (bar != before)
            {
                return false;
            }
        }

        return true;
    }

    private static int CountSettled(IReadOnlyList<MarketBar> bars)
    {
        var settled = bars.Count - 1;
        while (settled > 0 && settled > bars.Count - SettledAfter && !IsSettled(bars, settled - 1))
        {
            settled--;
        }

        return Math.Max(0, settled);
    }

    // A later bar says that the traded prices are final, a later mark price that the mark prices are; they are read at different instants.
    private static bool IsSettled(IReadOnlyList<MarketBar> bars, int index) =>
        bars[index].OpenInterest is not null
        && (!bars[index].IsMarkTriggered || Enumerable.Range(index + 1, bars.Count - index - 1).Any(later => bars[later].IsMarkTriggered));

    private sealed record Kept(BracketLadder Ladder, BookReplay Replay, IReadOnlyList<MarketBar> Bars, int Taken);
}
