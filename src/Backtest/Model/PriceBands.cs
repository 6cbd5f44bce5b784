using OmnipotentFutures.LiquidationHeatmap.Model;

namespace OmnipotentFutures.Backtest.Model;

/// <summary>Price bands on one side of a price: longs are liquidated below it, shorts above. Band 0 touches the price.</summary>
/// <param name="Price">The price, USDT.</param>
/// <param name="Side">The side of the positions.</param>
/// <param name="Count">Number of bands.</param>
public readonly record struct PriceBands(double Price, PositionSide Side, int Count)
{
    /// <summary>Width of a band, a fraction of the price.</summary>
    public const double Width = 0.0025;

    /// <summary>How far a price lies from the bands' own in the direction in which the side loses, in band widths.</summary>
    /// <param name="price">The price.</param>
    /// <returns>Negative on the other side.</returns>
    public double Distance(double price) => (Side == PositionSide.Long ? Price - price : price - Price) / (Price * Width);

    /// <summary>Adds up levels by band.</summary>
    /// <param name="levels">Levels of both sides; those of the other side or outside the bands are left out.</param>
    /// <returns>Notional by band.</returns>
    public double[] Sum(IEnumerable<StandingLevel> levels)
    {
        ArgumentNullException.ThrowIfNull(levels);

        var sums = new double[Count];
        foreach (var level in levels)
        {
            if (level.Side == Side && Distance(level.Price) is >= 0 and var distance && distance <= Count)
            {
                // The far edge belongs to the last band: levels at 1/10 of the price are in bands of 10 %.
                sums[Math.Min((int)distance, Count - 1)] += level.Notional;
            }
        }

        return sums;
    }
}
