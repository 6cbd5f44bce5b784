using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using OmnipotentFutures.Hosting.Problems;

namespace OmnipotentFutures.Analysis.Answers;

/// <summary>An answer or the reason why there is none.</summary>
public sealed record AnswerOutcome
{
    /// <summary>There is an answer.</summary>
    /// <param name="answer">The answer.</param>
    public AnswerOutcome(ReadyAnswer answer) => Answer = answer;

    /// <summary>There is none.</summary>
    /// <param name="error">Why.</param>
    public AnswerOutcome(ServiceError error) => Error = error;

    /// <summary>The answer; null exactly when there is an error.</summary>
    public ReadyAnswer? Answer { get; }

    /// <summary>Why there is no answer; null when there is one.</summary>
    public ServiceError? Error { get; }

    /// <summary>What is sent.</summary>
    /// <param name="context">The request.</param>
    /// <returns>The answer or the problem.</returns>
    public Results<ReadyAnswer, ProblemHttpResult> ToResult(HttpContext context) => Answer is { } answer ? answer : Error!.ToProblem(context);
}
