using OmnipotentFutures.Analysis;
using OmnipotentFutures.Binance;
using OmnipotentFutures.Binance.Models;
using OmnipotentFutures.LiquidationHeatmap.Model;

namespace OmnipotentFutures.LiquidationHeatmap;

/// <summary>What <c>/map</c> answers.</summary>
internal sealed class MapAnalyzer(AssessmentReader reader, ExchangeSource source, BookParameters parameters) : IAnalyzer<MapReport>
{
    /// <inheritdoc/>
    public async Task<MapReport> AnalyzeAsync(FuturesSymbol symbol, AnalysisQuery query, CancellationToken cancellationToken)
    {
        var cached = await reader.ReadAsync(symbol, cancellationToken);
        var (input, reading) = cached.Value;
        var frame = new ReportFrame(input, parameters, query.Language);
        var longs = reading is null ? LiquidationMap.Empty : LiquidationMap.Of(PositionSide.Long, reading.Whole.Book);
        var shorts = reading is null ? LiquidationMap.Empty : LiquidationMap.Of(PositionSide.Short, reading.Whole.Book);
        return new MapReport
        {
            Symbol = symbol.Symbol,
            QuoteAsset = frame.QuoteAsset,
            CurrentPrice = frame.CurrentPrice,
            Longs = Rows(longs, frame),
            Shorts = Rows(shorts, frame),
            TotalLongVolume = ReportFrame.Usdt(longs.Total),
            TotalShortVolume = ReportFrame.Usdt(shorts.Total),
            Calibration = frame.Calibration,
            RiskWarning = frame.RiskWarning,
            Meta = frame.Meta(source.Name, cached),
        };
    }

    private decimal[][] Rows(LiquidationMap map, ReportFrame frame) =>
    [
        .. map.Levels.Select(decimal[] (level) =>
        [
            frame.Price(level.Price),
            ReportFrame.Usdt(level.Volume),
            ReportFrame.Usdt(level.Cumulative),
            ReportFrame.Usdt(level.Cumulative * parameters.LiquidatedShare),
        ]),
    ];
}
