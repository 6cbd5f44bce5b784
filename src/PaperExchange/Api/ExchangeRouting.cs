using System.Text.Json;

namespace OmnipotentFutures.PaperExchange.Api;

/// <summary>Maps Binance's endpoints: what a route costs and how its errors are worded follows from its catalogue entry.</summary>
internal static class ExchangeRouting
{
    private static readonly string[] GetOnly = [HttpMethods.Get];
    private static readonly string[] GetAndPost = [HttpMethods.Get, HttpMethods.Post];

    /// <summary>Maps an endpoint.</summary>
    /// <param name="routes">The routes.</param>
    /// <param name="endpoint">Its catalogue entry.</param>
    /// <param name="answer">Checks the parameters and returns what writes the answer; throws <see cref="ApiErrorException"/> to refuse.</param>
    /// <param name="summary">One line for the API page.</param>
    /// <param name="alsoPost">Whether POST is the same as GET, whatever the body.</param>
    public static void MapExchange(
        this IEndpointRouteBuilder routes, Endpoint endpoint, string summary, Func<ExchangeCall, Action<Utf8JsonWriter>> answer, bool alsoPost = false) =>
        routes.MapMethods(endpoint.Path, alsoPost ? GetAndPost : GetOnly, (HttpContext context, Exchange exchange) => AnswerAsync(context, exchange, endpoint, answer))
            .WithMetadata(endpoint)
            .WithTags(endpoint.Scope.ToString())
            .WithSummary(summary)
            .WithDescription($"As Binance has it: {endpoint.Documentation}");

    /// <summary>The Binance endpoint that a request goes to, if any.</summary>
    public static Endpoint? GetBinanceEndpoint(this HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<Endpoint>();

    private static async Task AnswerAsync(HttpContext context, Exchange exchange, Endpoint endpoint, Func<ExchangeCall, Action<Utf8JsonWriter>> answer)
    {
        try
        {
            var write = answer(new ExchangeCall(context.Request, endpoint, exchange));
            await JsonAnswer.WriteAsync(context.Response, StatusCodes.Status200OK, write);
        }
        catch (ApiErrorException refused)
        {
            await refused.Error.WriteAsync(context.Response, endpoint.Scope);
        }
    }
}
