namespace OmnipotentFutures.Analysis;

/// <summary>One analysis from what a person typed to a report or an error, the same for one symbol and for each of a batch.</summary>
/// <typeparam name="TReport">The response contract.</typeparam>
internal sealed class AnalysisRunner<TReport>(IAnalyzer<TReport> analyzer, ReportRunner runner)
{
    public Task<AnalysisOutcome<TReport>> RunAsync(string? text, AnalysisQuery query, CancellationToken cancellationToken) =>
        runner.RunAsync(text, (symbol, token) => analyzer.AnalyzeAsync(symbol, query, token), cancellationToken);
}
