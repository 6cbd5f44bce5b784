using Microsoft.AspNetCore.Http.HttpResults;
using OmnipotentFutures.Analysis;
using OmnipotentFutures.Analysis.Answers;
using OmnipotentFutures.Analysis.Localization;
using OmnipotentFutures.Hosting.Problems;

namespace OmnipotentFutures.FundingDerivatives.History;

/// <summary>The route of histories for charts.</summary>
internal static class HistoryRoutes
{
    /// <summary>Registers what the route needs.</summary>
    /// <param name="services">The service's registrations.</param>
    public static IServiceCollection AddHistory(this IServiceCollection services) => services.AddSingleton<HistoryReader>().AddSingleton<HistoryMaker>();

    /// <summary>Maps <c>GET /history/{symbol}</c>.</summary>
    /// <param name="app">The service.</param>
    public static void MapHistory(this IEndpointRouteBuilder app) =>
        // The rest of the path, because people write btc/usdt.
        app.MapGet("/history/{**symbol}", GetAsync)
            .WithTags("Analysis")
            .WithName("History")
            .WithSummary("A contract's past in one metric, for charts.")
            .WithDescription(
                "metric is funding, open_interest, basis or long_short. period, for all but funding, is 5m, 15m, 30m, 1h, 2h, 4h, 6h, 12h or 1d. limit is 1 to 500, " +
                "of funding 1 to 1000. BTCUSDT, btc/usdt and BTC-USDT are the same.")
            .Produces<AnalysisResponse<HistoryReport>>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status502BadGateway)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable)
            .ProducesProblem(StatusCodes.Status504GatewayTimeout);

    private static async Task<Results<ReadyAnswer, ProblemHttpResult>> GetAsync(
        string? symbol, [AsParameters] HistoryParameters sent, HttpContext context, ReportRunner runner, HistoryMaker maker, CancellationToken cancellationToken)
    {
        if (LanguageNegotiation.Negotiate(context.Request) is not { } language)
        {
            return LanguageNegotiation.Unknown.ToProblem(context);
        }

        var parameters = new QueryParameters(context.Request);
        var query = HistoryQuery.Read(parameters, sent);
        if (parameters.Mistake is { } mistake)
        {
            return mistake.ToProblem(context);
        }

        var outcome = await runner.RunAsync(
            AnalysisRoutes.SymbolOf(symbol), $"history/{query}", language, (contract, token) => maker.MakeAsync(contract, query, language, token), cancellationToken);
        return outcome.ToResult(context);
    }
}
