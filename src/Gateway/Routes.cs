using Microsoft.AspNetCore.Http.HttpResults;
using OmnipotentFutures.Gateway.Forwarding;
using OmnipotentFutures.Gateway.Upstreams;
using OmnipotentFutures.Hosting.Problems;

namespace OmnipotentFutures.Gateway;

/// <summary>The gateway's routes: short forms of a service's two main calls, and everything else of it as it is.</summary>
internal static class Routes
{
    private const string SymbolParameter = "symbol";

    public static void MapForwarding(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/{service}").WithTags("Services").AddEndpointFilter(RequireKnownServiceAsync);
        api.MapGet("", Analyze)
            .WithName(nameof(Analyze))
            .WithSummary("Analyses one symbol: the service's /analyze/{symbol}.")
            .WithDescription("Every other query parameter, such as lang, is passed on.")
            .ProducesPassedOn();
        api.MapPost("", Batch)
            .WithName(nameof(Batch))
            .WithSummary("Analyses 1 to 20 symbols: the service's /batch.")
            .ProducesPassedOn();
        // A segment before the catch-all keeps /api/{service} itself to the two methods above.
        api.Map("/{first}/{**rest}", Pass);
    }

    private static void ProducesPassedOn(this RouteHandlerBuilder route) => route
        .Produces(StatusCodes.Status200OK, contentType: "application/json")
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status502BadGateway)
        .ProducesProblem(StatusCodes.Status504GatewayTimeout);

    private static async ValueTask<object?> RequireKnownServiceAsync(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        var context = call.HttpContext;
        var directory = context.RequestServices.GetRequiredService<UpstreamDirectory>();
        var service = (string)context.GetRouteValue("service")!;
        return directory.Contains(service)
            ? await next(call)
            : new ServiceError(
                ErrorCodes.NotFound, StatusCodes.Status404NotFound,
                $"There is no service '{service}'. There are: {string.Join(", ", directory.Names)}.")
            {
                Details = new Dictionary<string, object?> { ["services"] = directory.Names },
            }.ToProblem(context);
    }

    private static Results<ForwardedCall, ProblemHttpResult> Analyze(string service, string? symbol, HttpContext context, UpstreamDirectory directory) =>
        string.IsNullOrWhiteSpace(symbol)
            ? Refuse(context, $"Which symbol? Add it to the query: /api/{service}?{SymbolParameter}=BTCUSDT.")
            : TargetAddress.Of(
                directory[service], $"/analyze/{Uri.EscapeDataString(symbol)}", TargetAddress.QueryWithout(context.Request, SymbolParameter)) is { } target
                ? new ForwardedCall(directory[service], target)
                : new ServiceError(
                    ErrorCodes.InvalidSymbol, StatusCodes.Status400BadRequest,
                    "This is not a symbol. A symbol is letters and digits, such as BTCUSDT, btc/usdt or BTCUSDT_261225.").ToProblem(context);

    private static Results<ForwardedCall, ProblemHttpResult> Batch(string service, HttpContext context, UpstreamDirectory directory) =>
        Forward(context, directory[service], "/batch", context.Request.QueryString.Value);

    private static Results<ForwardedCall, ProblemHttpResult> Pass(string service, HttpContext context, UpstreamDirectory directory) =>
        Forward(context, directory[service], TargetAddress.RestOfPath(context.Request), context.Request.QueryString.Value);

    private static Results<ForwardedCall, ProblemHttpResult> Forward(HttpContext context, Upstream upstream, string path, string? query) =>
        TargetAddress.Of(upstream, path, query ?? string.Empty) is { } target
            ? new ForwardedCall(upstream, target)
            : Refuse(context, "A path must not hold the segments . or .. , nor characters that an address has to encode.");

    private static ProblemHttpResult Refuse(HttpContext context, string sentence) =>
        new ServiceError(ErrorCodes.InvalidRequest, StatusCodes.Status400BadRequest, sentence).ToProblem(context);
}
