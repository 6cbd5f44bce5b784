using Microsoft.Extensions.Options;
using OmnipotentFutures.Analysis;
using OmnipotentFutures.Binance;
using OmnipotentFutures.Binance.Models;
using OmnipotentFutures.FundingDerivatives.Contracts;
using OmnipotentFutures.FundingDerivatives.Inputs;
using OmnipotentFutures.FundingDerivatives.Model.Funding;
using OmnipotentFutures.FundingDerivatives.Report;

namespace OmnipotentFutures.FundingDerivatives;

/// <summary>Reads the inputs and has the report composed. Only the mark price and funding estimate are indispensable: every other input
/// leaves a gap that <c>meta</c> names.</summary>
internal sealed class FundingAnalyzer(FundingInputReader inputs, LevelMemory memory, ExchangeSource source, IOptions<FundingThresholds> thresholds)
    : IAnalyzer<FundingReport>
{
    private readonly LevelRules _rules = thresholds.Value.ToRules();

    public async Task<FundingReport> AnalyzeAsync(FuturesSymbol symbol, AnalysisQuery query, CancellationToken cancellationToken)
    {
        var read = await inputs.ReadAsync(symbol, query.Together, cancellationToken);
        var context = new ReportContext(read, thresholds.Value, _rules, query.Language, memory.Find(symbol.Symbol));
        if (context.Funding is { } funding)
        {
            memory.Keep(symbol.Symbol, funding);
        }

        return ReportComposer.Compose(context, source.Name);
    }
}
