using System.Globalization;
using System.Net;
using OmnipotentFutures.Binance.Endpoints;
using OmnipotentFutures.PaperExchange.Api.Control;

namespace OmnipotentFutures.PaperExchange.Api.RateLimits;

/// <summary>Charges every call of a Binance endpoint to its client, reports the used weight and refuses what is beyond the limit.</summary>
internal sealed class RateLimitMiddleware(RequestDelegate next, RateLimiter limiter, UsageLog usage, TimeProvider time)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (context.GetBinanceEndpoint() is not { } endpoint)
        {
            await next(context);
            return;
        }

        var client = context.Connection.RemoteIpAddress ?? IPAddress.Loopback;
        var units = CostOf(endpoint, context.Request.Query);
        var decision = limiter.Charge(client, endpoint.Scope, units);
        // Statistics and funding are metered by requests, and Binance reports them nowhere.
        if (endpoint.Scope is RateScope.FuturesWeight or RateScope.SpotWeight)
        {
            context.Response.Headers[RateLimitRule.UsedWeightHeader] = decision.Used.ToString(CultureInfo.InvariantCulture);
        }

        if (decision.RetryAt is { } retryAt)
        {
            await RefuseAsync(context, decision, client, retryAt);
        }
        else
        {
            await next(context);
        }

        usage.Add(endpoint, units, decision, context.Response.StatusCode);
    }

    private Task RefuseAsync(HttpContext context, RateDecision decision, IPAddress client, DateTimeOffset retryAt)
    {
        var seconds = Math.Max(1, Math.Ceiling((retryAt - time.GetUtcNow()).TotalSeconds));
        context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        var error = decision.IsBanned ? ApiError.Banned(client, retryAt) : ApiError.TooManyRequests(client, decision.Rule);
        return error.WriteAsync(context.Response);
    }

    private static int CostOf(Endpoint endpoint, IQueryCollection query)
    {
        int? limit = int.TryParse(query["limit"], NumberStyles.None, CultureInfo.InvariantCulture, out var rows) ? rows : null;
        return endpoint.Cost.Of(query.ContainsKey("symbol"), limit);
    }
}
