using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using OmnipotentFutures.Analysis;
using OmnipotentFutures.Analysis.Answers;
using OmnipotentFutures.Analysis.Exchange;
using OmnipotentFutures.Analysis.Localization;
using OmnipotentFutures.Hosting.Problems;

namespace OmnipotentFutures.FundingDerivatives.Screener;

/// <summary>The routes over the whole market.</summary>
internal static class ScreenerRoutes
{
    private const string Tag = "Market";
    private const string CsvType = "text/csv; charset=utf-8";

    /// <summary>Registers what the routes need.</summary>
    /// <param name="services">The service's registrations.</param>
    public static IServiceCollection AddScreener(this IServiceCollection services) =>
        services.AddSingleton<MarketReader>().AddSingleton<MarketMeta>().AddSingleton<ExtremeFinder>();

    /// <summary>Maps <c>GET /screener</c> and <c>GET /extremes</c>.</summary>
    /// <param name="app">The service.</param>
    public static void MapScreener(this IEndpointRouteBuilder app)
    {
        app.MapGet("/screener", ScreenAsync)
            .WithTags(Tag)
            .WithName("Screener")
            .WithSummary("Every perpetual that trades: funding, price and volume in one table.")
            .WithDescription(
                $"sort is {string.Join(", ", ScreenerColumns.Names)}; rows without that value come last. order is asc or desc, limit 1 to 1000, offset 0 or more, " +
                "min_volume the least 24-hour volume in USDT. CSV under Accept: text/csv.")
            .Produces<AnalysisResponse<ScreenerReport>>(StatusCodes.Status200OK, "application/json", "text/csv")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status502BadGateway)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable)
            .ProducesProblem(StatusCodes.Status504GatewayTimeout);

        app.MapGet("/extremes", FindExtremesAsync)
            .WithTags(Tag)
            .WithName("Extremes")
            .WithSummary("Perpetuals whose funding is extreme now: how crowded they are and what holding them costs, not where they go.")
            .WithDescription("The level is that of /analyze: near the exchange's cap, settled hourly since it was there, or dear in itself and for the contract. What could not be checked is listed apart.")
            .Produces<AnalysisResponse<ExtremesReport>>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status502BadGateway)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable)
            .ProducesProblem(StatusCodes.Status504GatewayTimeout);
    }

    private static async Task<Results<ReadyAnswer, ProblemHttpResult>> ScreenAsync(
        [AsParameters] ScreenerParameters sent,
        HttpContext context,
        ReportRunner runner,
        MarketReader market,
        MarketMeta meta,
        ExchangeTime time,
        CancellationToken cancellationToken)
    {
        context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.Accept);
        if (LanguageNegotiation.Negotiate(context.Request) is not { } language)
        {
            return LanguageNegotiation.Unknown.ToProblem(context);
        }

        var parameters = new QueryParameters(context.Request);
        var query = ScreenerQuery.Read(parameters, sent);
        if (parameters.Mistake is { } mistake)
        {
            return mistake.ToProblem(context);
        }

        var outcome = CsvNegotiation.PrefersCsv(context.Request.GetTypedHeaders())
            ? await runner.RunAsync($"screener.csv/{query}", language, MakeAsync, WriteCsv, cancellationToken)
            : await runner.RunAsync($"screener/{query}", language, MakeAsync, cancellationToken);
        return outcome.ToResult(context);

        async Task<ScreenerReport> MakeAsync(CancellationToken token)
        {
            var (inputs, table) = await market.ReadAsync(token);
            return ScreenerReport.Of(query, inputs, table, time.Now, meta, language);
        }

        ReadyAnswer WriteCsv(ScreenerReport report, DateTimeOffset freshUntil) =>
            ReadyAnswer.File(ScreenerCsv.Write(report.Rows, report.AsOf, report.Meta.Source), CsvType, FileName(time.Now), freshUntil);
    }

    private static async Task<Results<ReadyAnswer, ProblemHttpResult>> FindExtremesAsync(
        HttpContext context, ReportRunner runner, ExtremeFinder finder, CancellationToken cancellationToken)
    {
        if (LanguageNegotiation.Negotiate(context.Request) is not { } language)
        {
            return LanguageNegotiation.Unknown.ToProblem(context);
        }

        var outcome = await runner.RunAsync("extremes", language, token => finder.FindAsync(language, token), cancellationToken);
        return outcome.ToResult(context);
    }

    private static string FileName(DateTimeOffset now) =>
        string.Create(CultureInfo.InvariantCulture, $"screener-{now:yyyyMMdd'T'HHmmss'Z'}.csv");
}
