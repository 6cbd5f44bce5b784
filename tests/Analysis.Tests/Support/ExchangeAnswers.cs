using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace OmnipotentFutures.Analysis.Tests.Support;

/// <summary>Ways in which an exchange answers.</summary>
internal static class ExchangeAnswers
{
    private const string Listing = """
        {"timezone":"UTC","symbols":[
        {"symbol":"BTCUSDT","baseAsset":"BTC","quoteAsset":"USDT","contractType":"PERPETUAL","status":"TRADING"},
        {"symbol":"BTCUSDC","baseAsset":"BTC","quoteAsset":"USDC","contractType":"PERPETUAL","status":"TRADING"},
        {"symbol":"BTCUSDT_261225","baseAsset":"BTC","quoteAsset":"USDT","contractType":"CURRENT_QUARTER","status":"TRADING"},
        {"symbol":"ETHUSDT","baseAsset":"ETH","quoteAsset":"USDT","contractType":"PERPETUAL","status":"TRADING"},
        {"symbol":"1000PEPEUSDT","baseAsset":"1000PEPE","quoteAsset":"USDT","contractType":"PERPETUAL","status":"TRADING"},
        {"symbol":"币安人生USDT","baseAsset":"币安人生","quoteAsset":"USDT","contractType":"PERPETUAL","status":"TRADING"},
        {"symbol":"SLOWUSDT","baseAsset":"SLOW","quoteAsset":"USDT","contractType":"PERPETUAL","status":"TRADING"},
        {"symbol":"BUGUSDT","baseAsset":"BUG","quoteAsset":"USDT","contractType":"PERPETUAL","status":"TRADING"}]}
        """;

    public static RequestDelegate Well { get; } = context =>
    {
        context.Response.ContentType = "application/json";
        var symbol = context.Request.Query["symbol"].ToString();
        return context.Response.WriteAsync(context.Request.Path.Value switch
        {
            "/fapi/v1/exchangeInfo" => Listing,
            "/fapi/v1/time" => """{"serverTime":1700000000000}""",
            "/fapi/v1/premiumIndex" => $$"""{"symbol":"{{symbol}}","markPrice":"100.5","indexPrice":"100.4","lastFundingRate":"0.0001","nextFundingTime":1700000000000,"time":1700000000000}""",
            var path => throw new InvalidOperationException($"The stub exchange has no {path}."),
        });
    };

    /// <summary>Hangs up without an answer.</summary>
    public static RequestDelegate Down { get; } = context =>
    {
        context.Abort();
        return Task.CompletedTask;
    };

    /// <summary>Never answers.</summary>
    public static RequestDelegate Silent { get; } = async context =>
    {
        var gone = new TaskCompletionSource();
        await using var registration = context.RequestAborted.Register(gone.SetResult);
        await gone.Task;
    };

    public static RequestDelegate Html { get; } = Text(StatusCodes.Status200OK, "<html><body>Please verify you are human</body></html>", "text/html");

    public static RequestDelegate Refusal(int status, int? retryAfterSeconds = null) => context =>
    {
        if (retryAfterSeconds is { } seconds)
        {
            context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        return Text(status, """{"code":-1003,"msg":"Way too many requests; secret-of-the-exchange"}""", "application/json")(context);
    };

    public static RequestDelegate Text(int status, string body, string contentType = "application/json") => context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = contentType;
        return context.Response.WriteAsync(body);
    };

    /// <summary>Fails on everything but the list of symbols.</summary>
    public static RequestDelegate WellExceptPrices(RequestDelegate failure) =>
        context => context.Request.Path == "/fapi/v1/exchangeInfo" ? Well(context) : failure(context);
}
