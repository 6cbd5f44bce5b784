using Microsoft.AspNetCore.Http.HttpResults;
using OmnipotentFutures.Hosting.Problems;

namespace OmnipotentFutures.PaperExchange.Api.Faults;

/// <summary>Switches faults on and off, for drills. Not Binance's.</summary>
internal static class FaultEndpoints
{
    private const int LongestLatencyMs = 600_000;

    public static void MapFaults(this IEndpointRouteBuilder paper)
    {
        paper.MapGet("/faults", List).WithSummary("Faults that are switched on");
        paper.MapPost("/faults", Add).WithSummary("Switches a fault on");
        paper.MapDelete("/faults", Clear).WithSummary("Switches every fault off");
    }

    private static Ok<FaultResponse[]> List(FaultSwitches switches) => TypedResults.Ok(switches.All.Select(fault => fault.Describe()).ToArray());

    private static Results<Ok<FaultResponse>, ProblemHttpResult> Add(FaultRequest request, FaultSwitches switches, HttpContext context)
    {
        if (Check(request) is { } complaint)
        {
            return new ServiceError(ErrorCodes.InvalidRequest, StatusCodes.Status400BadRequest, complaint).ToProblem(context);
        }

        var fault = new Fault(
            request.Path,
            request.Kind,
            request.Status ?? (request.Kind is FaultKind.Html ? StatusCodes.Status403Forbidden : StatusCodes.Status200OK),
            TimeSpan.FromMilliseconds(request.LatencyMs ?? 0),
            request.Share,
            request.Count);
        switches.Add(fault);
        return TypedResults.Ok(fault.Describe());
    }

    private static NoContent Clear(FaultSwitches switches)
    {
        switches.Clear();
        return TypedResults.NoContent();
    }

    private static string? Check(FaultRequest request) => request switch
    {
        { Kind: FaultKind.Status, Status: not (>= 400 and <= 599) } => "A fault of kind status needs a status from 400 to 599.",
        { Kind: FaultKind.Html, Status: not (null or (>= 400 and <= 599)) } => "The status of a fault of kind html must be from 400 to 599.",
        { Kind: FaultKind.Latency, LatencyMs: not (>= 1 and <= LongestLatencyMs) } => $"A fault of kind latency needs a latency_ms from 1 to {LongestLatencyMs}.",
        { Share: not (> 0 and <= 1) } => "The share must be above 0 and at most 1.",
        { Count: < 1 } => "The count must be at least 1, or null for no end.",
        { Path: { } path } when !path.StartsWith('/') => "The path must begin with a slash, or be null for every Binance endpoint.",
        _ => null,
    };
}
