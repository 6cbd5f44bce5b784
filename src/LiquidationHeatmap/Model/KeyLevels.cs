namespace OmnipotentFutures.LiquidationHeatmap.Model;

/// <summary>The clusters of one side that a trader looks for first.</summary>
/// <param name="Nearest">The nearest to the price of those that are at least as dense as the median band with levels within 10 %; null when nothing stands.</param>
/// <param name="Strongest">The heaviest; null when nothing stands.</param>
public sealed record KeyLevels(WhaleTarget? Nearest, WhaleTarget? Strongest)
{
    // Next to the price there is always some thin bump: it must stand out among what a few days' moves could reach.
    private const double Surroundings = 0.1;

    /// <summary>Picks them.</summary>
    /// <param name="side">The side.</param>
    /// <param name="book">What stands.</param>
    /// <param name="peaks">All density peaks of the side, heaviest first.</param>
    /// <returns>The clusters.</returns>
    public static KeyLevels Of(PositionSide side, StandingBook book, IReadOnlyList<WhaleTarget> peaks)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(peaks);

        var strongest = peaks.Count > 0 ? peaks[0] : null;
        var usual = MedianNear(side, book);
        return new KeyLevels(peaks.Where(peak => Density(peak) >= usual).MinBy(peak => Math.Abs(peak.Price - book.Price)) ?? strongest, strongest);
    }

    private static double Density(WhaleTarget peak) => peak.Notional / (1 + Math.Round(PriceGrid.BandsIn(peak.High / peak.Low)));

    private static double MedianNear(PositionSide side, StandingBook book)
    {
        var first = book.Grid.FirstAtOrAbove(book.Price * (1 - Surroundings));
        var end = book.Grid.LastAtOrBelow(book.Price * (1 + Surroundings)) + 1;
        double[] near = [.. book.Notional(side)[first..end].Where(notional => notional > 0).Order()];
        return near.Length > 0 ? near[near.Length / 2] : 0;
    }
}
