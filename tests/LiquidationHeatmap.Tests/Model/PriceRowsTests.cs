using FsCheck;
using FsCheck.Xunit;
using OmnipotentFutures.LiquidationHeatmap.Model;

namespace OmnipotentFutures.LiquidationHeatmap.Tests.Model;

[Properties(Arbitrary = [typeof(RandomMarket)])]
public sealed class PriceRowsTests
{
    private static readonly PriceGrid Grid = new(10, 1000);

    [Property]
    public void Every_band_of_the_range_is_in_one_row(PositiveInt from, PositiveInt span, PositiveInt most)
    {
        var lowest = 5 + (from.Get % 900);
        var highest = lowest * (1 + (span.Get % 300 / 100.0));
        var limit = 1 + (most.Get % 300);

        var rows = new PriceRows(Grid, lowest, highest, limit);

        rows.Count.ShouldBeInRange(1, limit);
        rows.FirstBand.ShouldBe(Grid.BandOf(lowest));
        rows.LastBand.ShouldBeInRange(Grid.BandOf(highest), Grid.Count - 1);
        rows.Prices.Length.ShouldBe(rows.Count);
        rows.Prices.ShouldBeInOrder(SortDirection.Ascending);
        var byRow = Enumerable.Range(rows.FirstBand, rows.LastBand - rows.FirstBand + 1).GroupBy(band => rows.RowOfBand[band]).ToList();
        byRow.Select(row => row.Key).ShouldBe(Enumerable.Range(0, rows.Count));
        byRow.SkipLast(1).ShouldAllBe(row => row.Count() == rows.BandsPerRow);
        byRow[^1].Count().ShouldBeLessThanOrEqualTo(rows.BandsPerRow);
        foreach (var row in byRow)
        {
            rows.Prices[row.Key].ShouldBeInRange(Grid.PriceOf(row.First()), Grid.PriceOf(row.Last()));
            row.ShouldAllBe(band => rows.RowOfBandDown[Grid.Count - 1 - band] == row.Key);
        }
    }

    [Property]
    public void A_picture_shows_what_the_standing_book_says(MarketBar[] bars, PositiveInt most)
    {
        var book = LiquidationBook.Build(BookParameters.Default, Ladders.Btc, bars);
        var rows = new PriceRows(book.Grid, bars[^1].Close * .9, bars[^1].Close * 1.12, 1 + (most.Get % 300));
        // Between the last bar's triggers nothing is cut off by a present price.
        var price = Math.Clamp(bars[^1].Close, bars[^1].TriggerLow, bars[^1].TriggerHigh);
        var standing = book.At(price);

        foreach (var side in Books.Sides)
        {
            var sums = new double[rows.Count];
            book.AddTo(side, rows, sums);

            var notional = standing.Notional(side);
            for (var row = 0; row < rows.Count; row++)
            {
                var first = rows.FirstBand + (row * rows.BandsPerRow);
                sums[row].ShouldBe(notional[first..Math.Min(first + rows.BandsPerRow, rows.LastBand + 1)].Sum(), 1e-9 * (1 + notional.Sum()));
            }
        }
    }
}
