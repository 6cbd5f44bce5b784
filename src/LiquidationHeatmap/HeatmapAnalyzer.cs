using OmnipotentFutures.Analysis;
using OmnipotentFutures.Binance;
using OmnipotentFutures.Binance.Models;
using OmnipotentFutures.LiquidationHeatmap.Model;

namespace OmnipotentFutures.LiquidationHeatmap;

/// <summary>What <c>/heatmap</c> answers.</summary>
internal sealed class HeatmapAnalyzer(AssessmentReader reader, ExchangeSource source, BookParameters parameters) : IAnalyzer<HeatmapReport>
{
    /// <inheritdoc/>
    public async Task<HeatmapReport> AnalyzeAsync(FuturesSymbol symbol, AnalysisQuery query, CancellationToken cancellationToken)
    {
        var range = LookBack.Of(query.Range);
        var cached = await reader.ReadAsync(symbol, cancellationToken);
        var (input, reading) = cached.Value;
        var frame = new ReportFrame(input, parameters, query.Language);
        var picture = reading?.Draw(range) ?? Heatmap.Empty;
        long[][] cells = [.. picture.Cells.Select(cell => Cell(cell, isPresent: cell.Column == picture.Columns.Count - 1))];
        return new HeatmapReport
        {
            Symbol = symbol.Symbol,
            QuoteAsset = frame.QuoteAsset,
            CurrentPrice = frame.CurrentPrice,
            Range = frame.Range(reading?.In(range)),
            Times = [.. picture.Columns.Select(column => column.Time)],
            Prices = [.. picture.Prices.Select(frame.Price)],
            RowPercent = Math.Round(picture.RowHeight * 100, 6),
            Cells = cells,
            ThresholdUsd = ReportFrame.Usdt(picture.Threshold),
            MaxLong = cells.Select(cell => cell[2]).DefaultIfEmpty().Max(),
            MaxShort = cells.Select(cell => cell[3]).DefaultIfEmpty().Max(),
            Candles =
            [
                .. picture.Columns.Select(decimal[] (column) =>
                    [column.Time, frame.Price(column.Open), frame.Price(column.High), frame.Price(column.Low), frame.Price(column.Close)]),
            ],
            RiskWarning = frame.RiskWarning,
            Meta = frame.Meta(source.Name, cached, range),
        };
    }

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
