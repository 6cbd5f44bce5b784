using System.Collections.Concurrent;
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
internal sealed class FundingAnalyzer(FundingInputReader inputs, ExchangeSource source, IOptions<FundingThresholds> thresholds) : IAnalyzer<FundingReport>
{
    // One entry a listed contract at most. It only steadies the level within a funding interval; settlements hold it beyond that and after a restart.
    private readonly ConcurrentDictionary<string, RememberedLevel> _remembered = new();

    public async Task<FundingReport> AnalyzeAsync(FuturesSymbol symbol, AnalysisQuery query, CancellationToken cancellationToken)
    {
        var read = await inputs.ReadAsync(symbol, query.Together, cancellationToken);
        var (report, remembered) = ReportComposer.Compose(
            read, thresholds.Value, query.Language, source.Name, _remembered.GetValueOrDefault(symbol.Symbol));
        if (remembered is not null)
        {
            _remembered[symbol.Symbol] = remembered;
        }

        return report;
    }
}
