namespace OmnipotentFutures.LiquidationHeatmap.Model;

/// <summary>The clusters of one side that a trader looks for first.</summary>
/// <param name="Nearest">The nearest to the price of those that are denser at their peak than half of the side's price bands; null when nothing stands.</param>
/// <param name="Strongest">The heaviest; null when nothing stands.</param>
public sealed record KeyLevels(WhaleTarget? Nearest, WhaleTarget? Strongest)
{
    // Next to the price there is always some thin bump.
    private const double LeastPercentile = 0.5;

    /// <summary>Picks them.</summary>
    /// <param name="price">Present price, USDT.</param>
    /// <param name="peaks">All density peaks of the side, heaviest first.</param>
    /// <returns>The clusters.</returns>
    public static KeyLevels Of(double price, IReadOnlyList<WhaleTarget> peaks)
    {
        ArgumentNullException.ThrowIfNull(peaks);

        var strongest = peaks.Count > 0 ? peaks[0] : null;
        return new KeyLevels(
            peaks.Where(peak => peak.Percentile >= LeastPercentile).MinBy(peak => Math.Abs(peak.Price - price)) ?? strongest,
            strongest);
    }
}
