using Microsoft.AspNetCore.Http.HttpResults;
using OmnipotentFutures.PaperExchange.Api.Faults;
using OmnipotentFutures.PaperExchange.Api.Overrides;

namespace OmnipotentFutures.PaperExchange.Api.Control;

/// <summary>The exchange's own control surface, outside Binance's paths.</summary>
internal static class ControlEndpoints
{
    public static void MapControl(this IEndpointRouteBuilder routes)
    {
        var paper = routes.MapGroup("/paper").WithTags("Control");
        paper.MapGet("/usage", Usage).WithSummary("What clients have asked for since the start");
        paper.MapFaults();
        paper.MapOverrides();
    }

    private static Ok<UsageResponse> Usage(UsageLog usage, Exchange exchange) => TypedResults.Ok(usage.Describe(exchange));
}
