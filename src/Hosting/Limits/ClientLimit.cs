using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OmnipotentFutures.Hosting.Problems;

namespace OmnipotentFutures.Hosting.Limits;

/// <summary>Refuses a client that asks more often than <see cref="ClientLimitOptions"/> allow: a token bucket per client. Routes without
/// rate limiting, which health is, do not count.</summary>
/// <remarks>Behind a proxy the client is the one that the proxy names, when ASPNETCORE_FORWARDEDHEADERS_ENABLED says to believe it:
/// the framework puts that in front of everything else.</remarks>
internal sealed partial class ClientLimit(IOptions<ClientLimitOptions> options, ILogger<ClientLimit> logger)
    : IConfigureOptions<RateLimiterOptions>, IDisposable
{
    private readonly ClientLimitOptions _limit = options.Value;

    // One line a client and minute; the library forgets clients that are quiet.
    private readonly PartitionedRateLimiter<IPAddress> _lines = PartitionedRateLimiter.Create<IPAddress, IPAddress>(
        client => RateLimitPartition.GetFixedWindowLimiter(
            client, static _ => new FixedWindowRateLimiterOptions { PermitLimit = 1, Window = TimeSpan.FromMinutes(1) }));

    public void Configure(RateLimiterOptions options)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = (rejected, _) => new ValueTask(RefuseAsync(rejected));
        if (_limit.PerSecond > 0)
        {
            options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, IPAddress>(
                context => RateLimitPartition.GetTokenBucketLimiter(ClientAddress.Of(context.Connection.RemoteIpAddress), CreateBucket));
        }
    }

    public void Dispose() => _lines.Dispose();

    // A token at a time: the time until the next one is then what Retry-After says.
    private TokenBucketRateLimiterOptions CreateBucket(IPAddress client) => new()
    {
        TokenLimit = _limit.Burst,
        TokensPerPeriod = 1,
        ReplenishmentPeriod = TimeSpan.FromSeconds(1 / _limit.PerSecond),
    };

    private Task RefuseAsync(OnRejectedContext rejected)
    {
        var context = rejected.HttpContext;
        var client = ClientAddress.Of(context.Connection.RemoteIpAddress);
        using var line = _lines.AttemptAcquire(client);
        if (line.IsAcquired)
        {
            LogLimited(client, _limit.PerSecond, context.TraceIdentifier);
        }

        return new ServiceError(
            ErrorCodes.RateLimited,
            StatusCodes.Status429TooManyRequests,
            string.Create(
                CultureInfo.InvariantCulture,
                $"You ask too often: a client may send {_limit.PerSecond} requests per second, and {_limit.Burst} at once after a pause. Wait for as long as Retry-After says; a batch asks for 20 symbols in one request."))
        {
            RetryAfter = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : null,
        }.ToProblem(context).ExecuteAsync(context);
    }

    [LoggerMessage(LogLevel.Warning, "{Client} asks more often than {PerSecond} times a second and is refused ({RequestId}). Next line about this client in a minute.")]
    private partial void LogLimited(IPAddress client, double perSecond, string requestId);
}
