namespace OmnipotentFutures.LiquidationHeatmap.Model;

/// <summary>Which side's standing notional near the price is heavier.</summary>
/// <param name="LongNotional">Longs, USDT, each level weighted by exp(−distance / a day's volatility).</param>
/// <param name="ShortNotional">Shorts, weighted alike.</param>
public sealed record MarketPressure(double LongNotional, double ShortNotional)
{
    // One side half as heavy again as the other.
    private const double HeavyShare = 0.6;

    /// <summary>Longs' share of both, a fraction; null when nothing stands.</summary>
    public double? LongShare => LongNotional + ShortNotional > 0 ? LongNotional / (LongNotional + ShortNotional) : null;

    /// <summary>Which side is heavy.</summary>
    public PressureStatus Status => LongShare switch
    {
        null => PressureStatus.Unknown,
        >= HeavyShare => PressureStatus.LongHeavy,
        <= 1 - HeavyShare => PressureStatus.ShortHeavy,
        _ => PressureStatus.Balanced,
    };

    /// <summary>Weighs a book.</summary>
    /// <param name="book">What stands.</param>
    /// <param name="volatilityPerHour">Standard deviation of an hour's log return: what is near depends on how far the price goes in a day.</param>
    /// <returns>The pressure.</returns>
    public static MarketPressure Of(StandingBook book, double volatilityPerHour)
    {
        ArgumentNullException.ThrowIfNull(book);

        var day = volatilityPerHour * Math.Sqrt(24);
        var (longs, shorts) = (0.0, 0.0);
        var (below, above) = (book.Notional(PositionSide.Long), book.Notional(PositionSide.Short));
        for (var band = 0; band < below.Length; band++)
        {
            if (below[band] + above[band] > 0)
            {
                var weight = Math.Exp(-Math.Abs(Math.Log(book.Grid.PriceOf(band) / book.Price)) / day);
                longs += weight * below[band];
                shorts += weight * above[band];
            }
        }

        return new MarketPressure(longs, shorts);
    }
}

/// <summary>Which side's liquidations near the price are heavier.</summary>
public enum PressureStatus
{
    /// <summary>Nothing stands, so nothing is known.</summary>
    Unknown,

    /// <summary>Neither side is half as heavy again as the other.</summary>
    Balanced,

    /// <summary>Longs below the price.</summary>
    LongHeavy,

    /// <summary>Shorts above the price.</summary>
    ShortHeavy,
}
