using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace OmnipotentFutures.Hosting.Problems;

/// <summary>Every error of a service is <c>application/problem+json</c> with <c>success</c>, <c>code</c> and <c>trace_id</c>.</summary>
internal static class ProblemRegistration
{
    public static void AddServiceProblems(this IServiceCollection services)
    {
        services.AddProblemDetails(options => options.CustomizeProblemDetails = Complete);
        // A body that cannot be bound is the caller's fault, and the handler says which part of it.
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
    }

    public static void UseServiceProblems(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            StatusCodeSelector = failure => failure is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError,
            // The caller's own mistakes are not failures of the service.
            SuppressDiagnosticsCallback = context => context.Exception is BadHttpRequestException or OperationCanceledException,
        });
        app.UseStatusCodePages();
    }

    private static void Complete(ProblemDetailsContext context)
    {
        var problem = context.ProblemDetails;
        var status = problem.Status ?? context.HttpContext.Response.StatusCode;
        problem.Detail ??= context.Exception is BadHttpRequestException bad ? Explain(bad) : Explain(status, context.HttpContext.Request);
        problem.Extensions.TryAdd("success", false);
        problem.Extensions.TryAdd("code", ErrorCodes.OfStatus(status));
        problem.Extensions.Remove("traceId");
        problem.Extensions.Remove("requestId");
        problem.Extensions["trace_id"] = Activity.Current?.TraceId.ToString() ?? context.HttpContext.TraceIdentifier;
        problem.Extensions["request_id"] = context.HttpContext.TraceIdentifier;
    }

    // The framework's own sentence names the parameter; the cause below it names our types, which are no caller's business.
    private static string Explain(BadHttpRequestException failure) => failure.StatusCode switch
    {
        StatusCodes.Status413PayloadTooLarge => $"The request body is larger than {ServiceHost.MaxRequestBodyBytes / 1024} KB.",
        StatusCodes.Status415UnsupportedMediaType => "The request body must be JSON: send it with Content-Type: application/json.",
        _ when failure.InnerException is System.Text.Json.JsonException json =>
            $"The request body is not the JSON that is expected{(json.Path is { Length: > 0 } path ? $" at {path}" : string.Empty)}.",
        _ => "The request body or a parameter is missing or cannot be read.",
    };

    private static string? Explain(int status, HttpRequest request) => status switch
    {
        StatusCodes.Status404NotFound => "There is nothing at this path. /swagger lists what there is.",
        StatusCodes.Status405MethodNotAllowed => $"This path does not answer {(HttpMethods.IsGet(request.Method) ? "GET" : "this method")}. /swagger lists what it answers.",
        StatusCodes.Status413PayloadTooLarge => $"The request body is larger than {ServiceHost.MaxRequestBodyBytes / 1024} KB.",
        StatusCodes.Status415UnsupportedMediaType => "The request body must be JSON: send it with Content-Type: application/json.",
        StatusCodes.Status500InternalServerError => "Something went wrong on our side. The log has the cause under this trace_id.",
        _ => null,
    };
}
