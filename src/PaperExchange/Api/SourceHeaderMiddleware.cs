using OmnipotentFutures.Binance;

namespace OmnipotentFutures.PaperExchange.Api;

/// <summary>Marks every answer with what the market is, so that nobody mistakes it for Binance's.</summary>
internal sealed class SourceHeaderMiddleware(RequestDelegate next, Exchange exchange)
{
    public Task InvokeAsync(HttpContext context)
    {
        // On start: an error handler further in clears the headers that were set before it.
        context.Response.OnStarting(() =>
        {
            context.Response.Headers[ExchangeSource.PaperHeader] = exchange.Market.Source;
            return Task.CompletedTask;
        });
        return next(context);
    }
}
