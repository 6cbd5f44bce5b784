using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using OmnipotentFutures.Hosting.Problems;

namespace OmnipotentFutures.Hosting.Limits;

/// <summary>Bounds what is at work and what waits, see <see cref="WorkLimitOptions"/>. Routes without rate limiting pass: health answers always.</summary>
internal sealed class WorkLimitMiddleware(RequestDelegate next, ConcurrencyLimiter limiter, IOptions<WorkLimitOptions> options)
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    public async Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<DisableRateLimitingAttribute>() is not null)
        {
            await next(context);
            return;
        }

        using var turn = await TakeTurnAsync(context);
        await (turn.IsAcquired ? next(context) : RefuseAsync(context));
    }

    // Asked for without waiting first: the token of a caller who hangs up costs more than the turn.
    private async ValueTask<RateLimitLease> TakeTurnAsync(HttpContext context) =>
        limiter.AttemptAcquire() is { IsAcquired: true } turn ? turn : await limiter.AcquireAsync(1, context.RequestAborted);

    private Task RefuseAsync(HttpContext context) => new ServiceError(
        ErrorCodes.Overloaded,
        StatusCodes.Status503ServiceUnavailable,
        string.Create(
            CultureInfo.InvariantCulture,
            $"There is more to do than this service takes on: {options.Value.AtWork} calls are at work and {options.Value.Waiting} wait. Ask again in a second."))
    {
        RetryAfter = RetryAfter,
    }.ToProblem(context).ExecuteAsync(context);
}
