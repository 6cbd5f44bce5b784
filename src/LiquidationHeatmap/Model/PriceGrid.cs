namespace OmnipotentFutures.LiquidationHeatmap.Model;

/// <summary>Price bands of equal width in percent. A level is kept by its band, and its price is the band's centre.</summary>
public sealed class PriceGrid
{
    /// <summary>Width of a band as a fraction of its price: an eighth of the distance of a 125x level.</summary>
    public const double BandWidth = 0.0005;

    private static readonly double LogWidth = Math.Log(1 + BandWidth);
    private readonly double _lowest;
    private readonly double[] _prices;

    /// <summary>Covers a range of prices.</summary>
    /// <param name="lowest">Lowest price, above 0.</param>
    /// <param name="highest">Highest price.</param>
    public PriceGrid(double lowest, double highest)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(lowest);
        ArgumentOutOfRangeException.ThrowIfLessThan(highest, lowest);
        _lowest = lowest;
        Count = (int)Math.Ceiling(Math.Log(highest / lowest) / LogWidth) + 1;
        _prices = new double[Count];
        for (var band = 0; band < Count; band++)
        {
            _prices[band] = _lowest * Math.Exp(band * LogWidth);
        }
    }

    /// <summary>Centres of the bands, from low to high.</summary>
    public ReadOnlySpan<double> Prices => _prices;

    /// <summary>Number of bands.</summary>
    public int Count { get; }

    /// <summary>The band whose centre is nearest; the outermost band for a price outside the grid.</summary>
    /// <param name="price">The price, above 0.</param>
    /// <returns>Its index, rising with the price.</returns>
    public int BandOf(double price) => Math.Clamp((int)Math.Round(Position(price)), 0, Count - 1);

    /// <summary>Centre of a band.</summary>
    /// <param name="band">Its index.</param>
    /// <returns>The price.</returns>
    public double PriceOf(int band) => _prices[band];

    /// <summary>How many bands lie between two prices.</summary>
    /// <param name="ratio">The one over the other, above 0.</param>
    /// <returns>Negative when it is below 1.</returns>
    public static double BandsIn(double ratio) => Math.Log(ratio) / LogWidth;

    /// <summary>The lowest band whose centre is at or above a price.</summary>
    /// <param name="price">The price, above 0.</param>
    /// <returns>Its index; <see cref="Count"/> when there is none.</returns>
    public int FirstAtOrAbove(double price) => Math.Clamp((int)Math.Ceiling(Position(price) - Rounding), 0, Count);

    /// <summary>The highest band whose centre is at or below a price.</summary>
    /// <param name="price">The price, above 0.</param>
    /// <returns>Its index; −1 when there is none.</returns>
    public int LastAtOrBelow(double price) => Math.Clamp((int)Math.Floor(Position(price) + Rounding), -1, Count - 1);

    // A centre computed from its own index must not fall on the wrong side by the last bits of a logarithm.
    private const double Rounding = 1e-9;

    private double Position(double price) => Math.Log(price / _lowest) / LogWidth;
}
