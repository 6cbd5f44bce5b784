namespace OmnipotentFutures.LiquidationHeatmap.Model;

/// <summary>Rows of a picture, each some bands of a book high.</summary>
internal sealed class PriceRows
{
    /// <summary>Divides a range of bands into rows of the same number of bands.</summary>
    /// <param name="grid">The book's bands.</param>
    /// <param name="lowest">Lowest price to show, USDT.</param>
    /// <param name="highest">Highest price to show, USDT.</param>
    /// <param name="most">Most rows.</param>
    public PriceRows(PriceGrid grid, double lowest, double highest, int most)
    {
        FirstBand = grid.BandOf(lowest);
        var bands = grid.BandOf(highest) - FirstBand + 1;
        BandsPerRow = (bands + most - 1) / most;
        Count = (bands + BandsPerRow - 1) / BandsPerRow;
        LastBand = Math.Min(grid.Count, FirstBand + (Count * BandsPerRow)) - 1;
        RowOfBand = new int[grid.Count];
        RowOfBandDown = new int[grid.Count];
        for (var band = FirstBand; band <= LastBand; band++)
        {
            RowOfBand[band] = (band - FirstBand) / BandsPerRow;
            RowOfBandDown[grid.Count - 1 - band] = RowOfBand[band];
        }

        Prices = [.. Enumerable.Range(0, Count).Select(row => Middle(grid, row))];
    }

    /// <summary>Lowest band that has a row.</summary>
    public int FirstBand { get; }

    /// <summary>Highest band that has a row.</summary>
    public int LastBand { get; }

    /// <summary>Bands in a row.</summary>
    public int BandsPerRow { get; }

    /// <summary>Number of rows.</summary>
    public int Count { get; }

    /// <summary>Middle of each row, USDT, from low to high.</summary>
    public double[] Prices { get; }

    /// <summary>Row of each band from <see cref="FirstBand"/> to <see cref="LastBand"/>.</summary>
    public int[] RowOfBand { get; }

    /// <summary>The same by bands counted from the highest price down.</summary>
    public int[] RowOfBandDown { get; }

    private double Middle(PriceGrid grid, int row)
    {
        var first = FirstBand + (row * BandsPerRow);
        return Math.Sqrt(grid.PriceOf(first) * grid.PriceOf(Math.Min(first + BandsPerRow - 1, LastBand)));
    }
}
