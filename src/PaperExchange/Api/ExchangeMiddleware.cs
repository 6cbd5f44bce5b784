using Microsoft.AspNetCore.Diagnostics;

namespace OmnipotentFutures.PaperExchange.Api;

/// <summary>Keeps every path but our own (health, Swagger, <c>/paper</c>) looking like Binance: pages of its front machines where there is nothing,
/// and its error body when a handler fails.</summary>
internal sealed partial class ExchangeMiddleware(RequestDelegate next, ILogger<ExchangeMiddleware> logger)
{
    private static readonly string[] Roots = ["/fapi", "/futures", "/api", "/bapi"];

    public async Task InvokeAsync(HttpContext context)
    {
        var path = context.Request.Path;
        var isBinance = context.GetBinanceEndpoint() is not null;
        if (!isBinance && context.GetEndpoint() is not null && !Array.Exists(Roots, root => path.StartsWithSegments(root)))
        {
            await next(context);
            return;
        }

        // Problem documents are for our own routes.
        context.Features.Get<IStatusCodePagesFeature>()?.Enabled = false;
        if (path.Value!.Contains("//", StringComparison.Ordinal))
        {
            await HtmlPages.WriteAsync(context.Response, StatusCodes.Status403Forbidden);
        }
        else if (!isBinance)
        {
            await HtmlPages.WriteAsync(context.Response, StatusCodes.Status404NotFound);
        }
        else
        {
            await AnswerAsync(context);
        }
    }

    private async Task AnswerAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (Exception failure) when (failure is not OperationCanceledException && !context.Response.HasStarted)
        {
            LogFailure(failure, context.Request.Path);
            await ApiError.Unknown.WriteAsync(context.Response);
        }
    }

    [LoggerMessage(LogLevel.Error, "{Path} failed")]
    private partial void LogFailure(Exception failure, string path);
}
