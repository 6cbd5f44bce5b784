namespace OmnipotentFutures.LiquidationHeatmap.Model;

/// <summary>What stands on one side by distance from the price: how much a move of any size reaches.</summary>
/// <param name="Levels">Rows with levels, from the price outward: a band each up to 10 %, four bands each beyond, up to 25 %.</param>
/// <param name="Total">All that stands on the side, however far, USDT.</param>
public sealed record LiquidationMap(IReadOnlyList<MapLevel> Levels, double Total)
{
    /// <summary>The map of nothing.</summary>
    public static LiquidationMap Empty { get; } = new([], 0);

    /// <summary>How far the rows go, a fraction of the price.</summary>
    public const double Reach = 0.25;

    private const double FineReach = 0.1;
    private const int CoarseBands = 4;

    /// <summary>Reads one side of a book.</summary>
    /// <param name="side">The side.</param>
    /// <param name="book">What stands.</param>
    /// <returns>The map; with rows as fine, it says of a move what <see cref="PriceMove"/> does.</returns>
    public static LiquidationMap Of(PositionSide side, StandingBook book)
    {
        ArgumentNullException.ThrowIfNull(book);

        var grid = book.Grid;
        var notional = book.Notional(side);
        var direction = side == PositionSide.Long ? -1 : 1;
        var fineEnd = LastWithin(FineReach);
        var end = LastWithin(Reach);
        List<MapLevel> levels = [];
        var cumulative = 0.0;
        for (var band = side == PositionSide.Long ? grid.FirstAtOrAbove(book.Price) - 1 : grid.LastAtOrBelow(book.Price) + 1; IsWithin(band, end);)
        {
            var last = IsWithin(band, fineEnd) ? band : Nearer(band + (direction * (CoarseBands - 1)), end);
            var volume = 0.0;
            for (; IsWithin(band, last); band += direction)
            {
                volume += notional[band];
            }

            if (volume > 0)
            {
                cumulative += volume;
                levels.Add(new MapLevel(grid.PriceOf(last), volume, cumulative));
            }
        }

        return new LiquidationMap(levels, notional.Sum());

        int LastWithin(double reach) => side == PositionSide.Long
            ? grid.FirstAtOrAbove(book.Price * (1 - reach))
            : grid.LastAtOrBelow(book.Price * (1 + reach));

        bool IsWithin(int band, int last) => direction * (last - band) >= 0;

        int Nearer(int band, int last) => IsWithin(band, last) ? band : last;
    }
}

/// <summary>A row of a map.</summary>
/// <param name="Price">The price that must be reached for all of the row to be, USDT.</param>
/// <param name="Volume">What stands in it, USDT.</param>
/// <param name="Cumulative">What stands between the present price and <paramref name="Price"/>, USDT.</param>
public readonly record struct MapLevel(double Price, double Volume, double Cumulative);
