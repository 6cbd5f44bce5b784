namespace OmnipotentFutures.LiquidationHeatmap.Model;

/// <summary>What stands between the present price and a price that it may move to.</summary>
/// <param name="Percent">The move, percent; above 0.</param>
/// <param name="LongNotional">Longs that a fall by as much reaches, USDT.</param>
/// <param name="ShortNotional">Shorts that a rise by as much reaches, USDT.</param>
public sealed record PriceMove(double Percent, double LongNotional, double ShortNotional)
{
    /// <summary>Adds up a book.</summary>
    /// <param name="book">What stands.</param>
    /// <param name="percents">Moves, percent.</param>
    /// <returns>What each reaches.</returns>
    public static IReadOnlyList<PriceMove> Of(StandingBook book, params IEnumerable<double> percents)
    {
        ArgumentNullException.ThrowIfNull(book);

        var (longs, shorts) = (book.Notional(PositionSide.Long), book.Notional(PositionSide.Short));
        return
        [
            .. percents.Select(percent => new PriceMove(
                percent,
                longs.Skip(book.Grid.FirstAtOrAbove(book.Price * (1 - (percent / 100)))).Sum(),
                shorts.Take(book.Grid.LastAtOrBelow(book.Price * (1 + (percent / 100))) + 1).Sum())),
        ];
    }
}
