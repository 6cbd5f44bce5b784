using OmnipotentFutures.Analysis.Answers;

namespace OmnipotentFutures.Analysis;

/// <summary>One analysis from what a person typed to an answer or an error, the same for one symbol, for each of a batch, and for those kept warm.</summary>
/// <typeparam name="TReport">The response contract.</typeparam>
internal sealed class AnalysisRunner<TReport>(IAnalyzer<TReport> analyzer, ReportRunner runner)
{
    public ValueTask<AnswerOutcome> RunAsync(string? text, AnalysisQuery query, CancellationToken cancellationToken) => runner.RunAsync(
        text, $"{typeof(TReport).Name}/{query.Range}", query.Language, (symbol, token) => analyzer.AnalyzeAsync(symbol, query, token), cancellationToken);
}
