namespace OmnipotentFutures.LiquidationHeatmap.Model;

/// <summary>A book with the records of its last week and month, in step. New bars are taken in one by one; nothing is rebuilt.</summary>
public sealed class BookReplay
{
    private BookReplay(LiquidationBook book, HourTally tally, ForcedTally forced) => (Book, Tally, Forced) = (book, tally, forced);

    /// <summary>The book.</summary>
    public LiquidationBook Book { get; }

    /// <summary>Its last week.</summary>
    public HourTally Tally { get; }

    /// <summary>What it liquidated in its last month.</summary>
    public ForcedTally Forced { get; }

    /// <summary>Starts with nothing but room.</summary>
    /// <param name="book">A book without positions.</param>
    public BookReplay(LiquidationBook book)
        : this(book, new HourTally(), new ForcedTally())
    {
    }

    /// <summary>Takes in the next bar.</summary>
    /// <param name="bar">The bar, later than those before.</param>
    /// <returns>What it liquidated.</returns>
    public ForcedVolume Advance(in MarketBar bar)
    {
        var forced = Book.Advance(bar);
        Tally.Add(bar, forced);
        Forced.Add(forced);
        return forced;
    }

    /// <summary>A copy that goes its own way.</summary>
    /// <returns>The copy.</returns>
    public BookReplay Clone() => new(Book.Clone(), Tally.Clone(), Forced.Clone());
}
