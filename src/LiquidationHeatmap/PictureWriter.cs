using OmnipotentFutures.LiquidationHeatmap.Model;

namespace OmnipotentFutures.LiquidationHeatmap;

/// <summary>How a picture is told: rounded, in lists as short as they can be.</summary>
internal sealed class PictureWriter(Heatmap picture, ReportFrame frame)
{
    public IReadOnlyList<long> Times { get; } = [.. picture.Columns.Select(column => column.Time)];

    public IReadOnlyList<decimal> Prices { get; } = [.. picture.Prices.Select(frame.Price)];

    public double RowPercent { get; } = Math.Round(picture.RowHeight * 100, 6);

    public IReadOnlyList<long[]> Cells { get; } = [.. picture.Cells.Select(cell => Cell(cell, isPresent: cell.Column == picture.Columns.Count - 1))];

    public decimal ThresholdUsd { get; } = ReportFrame.Usdt(picture.Threshold);

    public IReadOnlyList<decimal[]> Candles { get; } =
    [
        .. picture.Columns.Select(decimal[] (column) =>
            [column.Time, frame.Price(column.Open), frame.Price(column.High), frame.Price(column.Low), frame.Price(column.Close)]),
    ];

    // No eye tells a thousandth of a cell, and rounded numbers travel in two thirds of the bytes; but what stands now is told as it is everywhere.
    private static long[] Cell(HeatmapCell cell, bool isPresent) =>
        [cell.Column, cell.Row, isPresent ? (long)Math.Round(cell.Longs) : ThreeDigits(cell.Longs), isPresent ? (long)Math.Round(cell.Shorts) : ThreeDigits(cell.Shorts)];

    private static long ThreeDigits(double amount)
    {
        var whole = (long)Math.Round(amount);
        var step = 1L;
        while (whole / step >= 1000)
        {
            step *= 10;
        }

        return (whole + (step / 2)) / step * step;
    }
}
