using OmnipotentFutures.LiquidationHeatmap.Model;

namespace OmnipotentFutures.LiquidationHeatmap.Tests.Model;

/// <summary>Books as tests need them.</summary>
internal static class Books
{
    public static PositionSide[] Sides { get; } = [PositionSide.Long, PositionSide.Short];

    /// <summary>A 5-minute bar without a wick.</summary>
    public static MarketBar Flat(int index, double price, double? openInterest) =>
        new(index * 300_000L, TimeSpan.FromMinutes(5), price, price, price, price, price, openInterest);

    /// <summary>What stands on one side by band, USDT, wherever the price is.</summary>
    public static double[] Notional(this LiquidationBook book, PositionSide side)
    {
        var sums = new double[book.Grid.Count];
        book.AddTo(side, new PriceRows(book.Grid, book.Grid.PriceOf(0), book.Grid.PriceOf(sums.Length - 1), sums.Length), sums);
        return sums;
    }

    /// <summary>Prices with levels, from low to high.</summary>
    public static double[] Prices(this PriceGrid grid, double[] notional) =>
        [.. Enumerable.Range(0, grid.Count).Where(band => notional[band] > 0).Select(grid.PriceOf)];

    /// <summary>A book made by hand on a grid from 10 to 1000.</summary>
    public static StandingBook Of(double price, params IEnumerable<(PositionSide Side, int Leverage, double Price, double Notional)> levels)
    {
        var grid = new PriceGrid(10, 1000);
        return new StandingBook(grid, price, [.. levels.GroupBy(level => level.Leverage).Select(tier => new StandingTier(
            tier.Key, ByBand(tier, PositionSide.Long), ByBand(tier, PositionSide.Short)))]);

        double[] ByBand(IEnumerable<(PositionSide Side, int Leverage, double Price, double Notional)> tier, PositionSide side)
        {
            var notional = new double[grid.Count];
            foreach (var level in tier.Where(level => level.Side == side))
            {
                notional[grid.BandOf(level.Price)] += level.Notional;
            }

            return notional;
        }
    }
}
