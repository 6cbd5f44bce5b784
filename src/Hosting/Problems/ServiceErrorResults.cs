using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace OmnipotentFutures.Hosting.Problems;

/// <summary>Turns an error into an HTTP answer.</summary>
public static class ServiceErrorResults
{
    /// <summary>Answers with a problem document, and <c>Retry-After</c> where waiting helps.</summary>
    /// <param name="error">The error.</param>
    /// <param name="context">The request that failed.</param>
    /// <returns>The result to return from a route handler.</returns>
    public static ProblemHttpResult ToProblem(this ServiceError error, HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(error);
        ArgumentNullException.ThrowIfNull(context);

        if (error.RetryAfter is { } wait)
        {
            context.Response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        }

        var problem = new ProblemDetails { Status = error.Status, Detail = error.Message };
        problem.Extensions["code"] = error.Code;
        foreach (var (name, value) in error.Details)
        {
            problem.Extensions[name] = value;
        }

        return TypedResults.Problem(problem);
    }
}
