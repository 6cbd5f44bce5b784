using OmnipotentFutures.Analysis;
using OmnipotentFutures.Binance;
using OmnipotentFutures.Binance.Models;
using OmnipotentFutures.LiquidationHeatmap.Model;

namespace OmnipotentFutures.LiquidationHeatmap;

/// <summary>What <c>/live</c> answers. The whole picture is drawn for it: which cells are too light to show, the heaviest of all of them says.</summary>
internal sealed class LiveAnalyzer(AssessmentReader reader, ExchangeSource source, BookParameters parameters) : IAnalyzer<LiveReport>
{
    // The present one, and the one before it, which somebody who last asked within a column has seen unfinished.
    private const int Columns = 2;

    /// <inheritdoc/>
    public async Task<LiveReport> AnalyzeAsync(FuturesSymbol symbol, AnalysisQuery query, CancellationToken cancellationToken)
    {
        var range = LookBack.Of(query.Range);
        var cached = await reader.ReadAsync(symbol, cancellationToken);
        var (input, reading) = cached.Value;
        var frame = new ReportFrame(input, parameters, query.Language);
        var picture = new PictureWriter((reading?.Draw(range) ?? Heatmap.Empty).Newest(Columns), frame);
        return new LiveReport
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
            Candles = picture.Candles,
            RiskWarning = frame.RiskWarning,
            Meta = frame.Meta(source.Name, cached, range),
        };
    }
}
