using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using OmnipotentFutures.Analysis.Answers;
using OmnipotentFutures.Analysis.Localization;
using OmnipotentFutures.Analysis.Symbols;
using OmnipotentFutures.Hosting.Problems;

namespace OmnipotentFutures.Analysis;

/// <summary>The two routes of every analysis service, and further views of a contract.</summary>
public static class AnalysisRoutes
{
    private const string Tag = "Analysis";
    private const string BodyForm = """Send {"symbols":["BTCUSDT","ETHUSDT"]} with 1 to 20 symbols.""";

    /// <summary>Maps <c>GET /analyze/{symbol}</c> and <c>POST /batch</c>.</summary>
    /// <typeparam name="TReport">The response contract.</typeparam>
    /// <param name="app">The service.</param>
    /// <param name="ranges">Values of <c>?range=</c>; none when the analysis has no such parameter.</param>
    public static void MapAnalysis<TReport>(this IEndpointRouteBuilder app, params IReadOnlyList<string> ranges)
    {
        app.MapView<TReport>("analyze", "Analyses one contract.", ranges);

        // Two handlers, so that the OpenAPI document has the parameter where there is one.
        Delegate ranged = (string? range, HttpContext context, [FromServices] AnalysisRunner<TReport> runner, CancellationToken cancellationToken) =>
            BatchAsync(range, ranges, context, runner, cancellationToken);
        Delegate plain = (HttpContext context, [FromServices] AnalysisRunner<TReport> runner, CancellationToken cancellationToken) =>
            BatchAsync(range: null, ranges, context, runner, cancellationToken);
        app.MapPost("/batch", ranges.Count == 0 ? plain : ranged)
            .WithTags(Tag)
            .WithName("Batch")
            .WithSummary("Analyses up to 20 contracts.")
            .WithDescription($"Results come in the order asked, duplicates once. One bad symbol never fails the rest.{Allowed(ranges)}")
            .Accepts<BatchRequest>("application/json")
            .Produces<BatchResponse<TReport>>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType);
    }

    /// <summary>Maps <c>GET /{name}/{symbol}</c>: one contract, looked at in one way.</summary>
    /// <typeparam name="TReport">The response contract.</typeparam>
    /// <param name="app">The service.</param>
    /// <param name="name">First part of the path.</param>
    /// <param name="summary">What it answers, a sentence.</param>
    /// <param name="ranges">Values of <c>?range=</c>; none when the view has no such parameter.</param>
    public static void MapView<TReport>(this IEndpointRouteBuilder app, string name, string summary, params IReadOnlyList<string> ranges)
    {
        Delegate ranged = (string? symbol, string? range, HttpContext context, [FromServices] AnalysisRunner<TReport> runner, CancellationToken cancellationToken) =>
            AnalyzeAsync(symbol, range, ranges, context, runner, cancellationToken);
        Delegate plain = (string? symbol, HttpContext context, [FromServices] AnalysisRunner<TReport> runner, CancellationToken cancellationToken) =>
            AnalyzeAsync(symbol, range: null, ranges, context, runner, cancellationToken);

        // The rest of the path, because people write btc/usdt.
        app.MapGet($"/{name}/{{**symbol}}", ranges.Count == 0 ? plain : ranged)
            .WithTags(Tag)
            .WithName(char.ToUpperInvariant(name[0]) + name[1..])
            .WithSummary(summary)
            .WithDescription(
                $"BTCUSDT, btc/usdt and BTC-USDT are the same. Texts are Turkish, or English under ?lang=en or Accept-Language: en.{Allowed(ranges)}")
            .Produces<AnalysisResponse<TReport>>()
            .Produces(StatusCodes.Status304NotModified)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status502BadGateway)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable)
            .ProducesProblem(StatusCodes.Status504GatewayTimeout);
    }

    /// <summary>The symbol that the rest of a path spells, such as <c>btc/usdt</c>.</summary>
    /// <param name="rest">The rest of the path; may be null.</param>
    /// <returns>The text of the symbol; null without one.</returns>
    public static string? SymbolOf(string? rest) =>
        // The server leaves an encoded slash in a path as it is.
        rest?.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);

    private static async Task<Results<ReadyAnswer, ProblemHttpResult>> AnalyzeAsync<TReport>(
        string? symbol, string? range, IReadOnlyList<string> ranges, HttpContext context, AnalysisRunner<TReport> runner, CancellationToken cancellationToken)
    {
        var (query, mistake) = ReadQuery(context.Request, range, ranges);
        if (query is null)
        {
            return mistake!.ToProblem(context);
        }

        var outcome = await runner.RunAsync(SymbolOf(symbol), query, cancellationToken);
        return outcome.ToResult(context);
    }

    private static async Task<Results<BatchAnswer, ProblemHttpResult>> BatchAsync<TReport>(
        string? range, IReadOnlyList<string> ranges, HttpContext context, AnalysisRunner<TReport> runner, CancellationToken cancellationToken)
    {
        var (query, mistake) = ReadQuery(context.Request, range, ranges);
        if (query is null)
        {
            return mistake!.ToProblem(context);
        }

        (var symbols, mistake) = await ReadSymbolsAsync(context.Request, cancellationToken);
        if (mistake is not null)
        {
            return mistake.ToProblem(context);
        }

        query = query with { Together = symbols.Count };
        var results = await Task.WhenAll(symbols.Select(async symbol => new BatchEntry(symbol, await runner.RunAsync(symbol, query, cancellationToken))));
        return new BatchAnswer(results, query.Language);
    }

    private static (AnalysisQuery? Query, ServiceError? Mistake) ReadQuery(HttpRequest request, string? range, IReadOnlyList<string> ranges)
    {
        if (LanguageNegotiation.Negotiate(request) is not { } language)
        {
            return (null, LanguageNegotiation.Unknown);
        }

        return string.IsNullOrEmpty(range) || ranges.Contains(range)
            ? (new AnalysisQuery(language, string.IsNullOrEmpty(range) ? null : range), null)
            : (null, new(ErrorCodes.InvalidRequest, StatusCodes.Status400BadRequest, $"range is not one of ours: use {List(ranges)}."));
    }

    private static string Allowed(IReadOnlyList<string> ranges) => ranges.Count == 0 ? string.Empty : $" range is {List(ranges)}.";

    private static string List(IReadOnlyList<string> ranges) => $"{string.Join(", ", ranges.SkipLast(1))} or {ranges[^1]}";

    private static async Task<(IReadOnlyList<string> Symbols, ServiceError? Mistake)> ReadSymbolsAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.HttpContext.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: false })
        {
            return ([], Invalid("The request has no body."));
        }

        if (!request.HasJsonContentType())
        {
            return ([], new(ErrorCodes.UnsupportedMediaType, StatusCodes.Status415UnsupportedMediaType, $"The body must be JSON, sent with Content-Type: application/json. {BodyForm}"));
        }

        BatchRequest? batch;
        try
        {
            // JSON is UTF-8 whatever charset its content type claims.
            batch = await JsonSerializer.DeserializeAsync(request.Body, BatchRequestJsonContext.Default.BatchRequest, cancellationToken);
        }
        catch (JsonException failure)
        {
            // Only a place in the list: any other path repeats the caller's own names, however long.
            var place = failure.Path?.StartsWith("$.symbols", StringComparison.Ordinal) is true ? $" at {failure.Path}" : string.Empty;
            return ([], Invalid($"The body is not the JSON that is expected{place}."));
        }

        return batch?.Symbols switch
        {
            null => ([], Invalid("The body has no symbols.")),
            { Count: 0 } => ([], Invalid("The list of symbols is empty.")),
            { Count: > BatchRequest.MaxSymbols } many => ([], new(
                ErrorCodes.TooManySymbols,
                StatusCodes.Status400BadRequest,
                $"A batch takes at most {BatchRequest.MaxSymbols} symbols, and this one has {many.Count}. Split it.")),
            var some => ([.. some.Select(Spelled).Distinct()], null),
        };
    }

    // Spellings of one symbol are one symbol.
    private static string Spelled(string? text) => SymbolName.TryParse(text, out var name) ? name.Value : text ?? string.Empty;

    private static ServiceError Invalid(string what) => new(ErrorCodes.InvalidRequest, StatusCodes.Status400BadRequest, $"{what} {BodyForm}");
}
