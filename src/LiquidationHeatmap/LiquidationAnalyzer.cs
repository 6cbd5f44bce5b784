using OmnipotentFutures.Analysis;
using OmnipotentFutures.Binance;
using OmnipotentFutures.Binance.Models;
using OmnipotentFutures.LiquidationHeatmap.Model;

namespace OmnipotentFutures.LiquidationHeatmap;

/// <summary>What <c>/analyze</c> and <c>/batch</c> answer.</summary>
internal sealed class LiquidationAnalyzer(AssessmentReader reader, ExchangeSource source, BookParameters parameters) : IAnalyzer<LiquidationReport>
{
    /// <inheritdoc/>
    public async Task<LiquidationReport> AnalyzeAsync(FuturesSymbol symbol, AnalysisQuery query, CancellationToken cancellationToken)
    {
        var range = LookBack.Of(query.Range);
        var cached = await reader.ReadAsync(symbol, cancellationToken);
        var (input, reading) = cached.Value;
        var frame = new ReportFrame(input, parameters, query.Language);
        return new LiquidationReportWriter(frame, reading?.Whole, reading?.In(range)).Write(frame.Meta(source.Name, cached, range));
    }
}
