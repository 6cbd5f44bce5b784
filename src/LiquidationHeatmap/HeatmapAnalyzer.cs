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
        var picture = new PictureWriter(reading?.Draw(range) ?? Heatmap.Empty, frame);
        return new HeatmapReport
        {
            Symbol = symbol.Symbol,
            QuoteAsset = frame.QuoteAsset,
            CurrentPrice = frame.CurrentPrice,
            Range = frame.Range(reading?.In(range)),
            Times = picture.Times,
            Prices = picture.Prices,
            RowPercent = picture.RowPercent,
            Cells = picture.Cells,
            ThresholdUsd = picture.ThresholdUsd,
            MaxLong = picture.Cells.Select(cell => cell[2]).DefaultIfEmpty().Max(),
            MaxShort = picture.Cells.Select(cell => cell[3]).DefaultIfEmpty().Max(),
            Candles = picture.Candles,
            RiskWarning = frame.RiskWarning,
            Meta = frame.Meta(source.Name, cached, range),
        };
    }
}
