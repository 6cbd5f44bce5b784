using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using OmnipotentFutures.Hosting.Limits;

namespace OmnipotentFutures.Hosting.Problems;

/// <summary>Writes every problem document, whatever the caller says it accepts: the framework's own writer answers a browser in plain text.</summary>
internal sealed class ProblemWriter : IProblemDetailsWriter
{
    private const string ContentType = "application/problem+json";

    public bool CanWrite(ProblemDetailsContext context) => true;

    public ValueTask WriteAsync(ProblemDetailsContext context)
    {
        var (http, problem) = (context.HttpContext, context.ProblemDetails);
        var status = problem.Status ??= http.Response.StatusCode;
        problem.Detail ??= context.Exception is BadHttpRequestException bad ? Explain(bad, http.Request) : Explain(status, http.Request);
        problem.Extensions.TryAdd("success", false);
        problem.Extensions.TryAdd("code", ErrorCodes.OfStatus(status));
        problem.Extensions["trace_id"] = Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier;
        problem.Extensions["request_id"] = http.TraceIdentifier;
        // The result fills in the type and title that belong to the status.
        var complete = TypedResults.Problem(problem).ProblemDetails;
        return new ValueTask(http.Response.WriteAsJsonAsync(complete, options: null, ContentType, http.RequestAborted));
    }

    // The framework's own sentence names the parameter; the cause below it names our types, which are no caller's business.
    private static string Explain(BadHttpRequestException failure, HttpRequest request) => (failure.StatusCode, failure.InnerException) switch
    {
        (not StatusCodes.Status400BadRequest, _) when Explain(failure.StatusCode, request) is { } sentence => sentence,
        (_, JsonException json) => $"The request body is not the JSON that is expected{(json.Path is { Length: > 0 } path ? $" at {path}" : string.Empty)}.",
        _ => "The request body or a parameter is missing or cannot be read.",
    };

    private static string? Explain(int status, HttpRequest request) => status switch
    {
        StatusCodes.Status404NotFound => "There is nothing at this path. /swagger lists what there is.",
        StatusCodes.Status405MethodNotAllowed => $"This path does not answer {(HttpMethods.IsGet(request.Method) ? "GET" : "this method")}. /swagger lists what it answers.",
        StatusCodes.Status408RequestTimeout => $"The request body did not arrive in time: it came to a halt, or at less than {ServerLimits.MinBytesPerSecond} bytes per second.",
        StatusCodes.Status413PayloadTooLarge => $"The request body is larger than {ServerLimits.MaxRequestBodyBytes / 1024} KB.",
        StatusCodes.Status414UriTooLong => $"The path and query are longer than {ServerLimits.MaxRequestLineBytes / 1024} KB.",
        StatusCodes.Status415UnsupportedMediaType => "The request body must be JSON: send it with Content-Type: application/json.",
        StatusCodes.Status431RequestHeaderFieldsTooLarge =>
            $"The headers are larger than {ServerLimits.MaxRequestHeadersBytes / 1024} KB together, or more than {ServerLimits.MaxRequestHeaders}.",
        StatusCodes.Status500InternalServerError => "Something went wrong on our side. The log has the cause under this trace_id.",
        _ => null,
    };
}
