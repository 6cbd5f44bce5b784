namespace OmnipotentFutures.LiquidationHeatmap.Model;

/// <summary>A book with the record of its last week, in step. New bars are taken in one by one; nothing is rebuilt.</summary>
public sealed class BookReplay
{
    private BookReplay(LiquidationBook book, HourTally tally) => (Book, Tally) = (book, tally);

    /// <summary>The book.</summary>
    public LiquidationBook Book { get; }

    /// <summary>Its last week.</summary>
    public HourTally Tally { get; }

    /// <summary>Starts with nothing but room.</summary>
    /// <param name="book">A book without positions.</param>
    public BookReplay(LiquidationBook book)
        : this(book, new HourTally())
    {
    }

    /// <summary>Takes in the next bar.</summary>
    /// <param name="bar">The bar, later than those before.</param>
    /// <returns>What it liquidated.</returns>
    public ForcedVolume Advance(in MarketBar bar)
    {
        var forced = Book.Advance(bar);
        Tally.Add(bar, forced);
        return forced;
    }

    /// <summary>A copy that goes its own way.</summary>
    /// <returns>The copy.</returns>
    public BookReplay Clone() => new(Book.Clone(), Tally.Clone());
}
