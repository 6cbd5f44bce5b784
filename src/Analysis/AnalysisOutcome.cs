using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using OmnipotentFutures.Analysis.Localization;
using OmnipotentFutures.Hosting.Problems;

namespace OmnipotentFutures.Analysis;

/// <summary>A report or the reason why there is none.</summary>
/// <typeparam name="TReport">The response contract.</typeparam>
public sealed record AnalysisOutcome<TReport>
{
    /// <summary>There is a report.</summary>
    /// <param name="report">The report.</param>
    public AnalysisOutcome(TReport report) => Report = report;

    /// <summary>There is none.</summary>
    /// <param name="error">Why.</param>
    public AnalysisOutcome(ServiceError error) => Error = error;

    /// <summary>The report; null exactly when there is an error.</summary>
    public TReport? Report { get; }

    /// <summary>Why there is no report; null when there is one.</summary>
    public ServiceError? Error { get; }

    /// <summary>The HTTP answer.</summary>
    /// <param name="context">The request.</param>
    /// <param name="language">Language of the report's texts.</param>
    /// <returns>The report with its language, or the problem.</returns>
    public Results<Ok<AnalysisResponse<TReport>>, ProblemHttpResult> ToResult(HttpContext context, Language language)
    {
        if (Error is { } error)
        {
            return error.ToProblem(context);
        }

        context.SetLanguage(language);
        return TypedResults.Ok(new AnalysisResponse<TReport>(true, Report!));
    }
}
