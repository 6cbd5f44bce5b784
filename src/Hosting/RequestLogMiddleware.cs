using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Serilog;
using Serilog.Events;

namespace OmnipotentFutures.Hosting;

/// <summary>One line for every request that an operator may want to know of: refused ones at Information, slow ones at Warning, failed ones
/// at Error. The others, which are nearly all, are at Debug. Nor do floods fill the log: of refused and of failed requests it takes
/// <see cref="LinesPerMinute"/> each; a client over its limit has a line of its own (<see cref="Limits.ClientLimit"/>).</summary>
internal sealed class RequestLogMiddleware(RequestDelegate next, TimeProvider time, ILogger log)
{
    /// <summary>Lines of one kind that a minute may add.</summary>
    public const int LinesPerMinute = 120;

    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(1);

    private readonly ILogger _log = log.ForContext<RequestLogMiddleware>();
    private readonly LineAllowance _refused = new(LinesPerMinute, time);
    private readonly LineAllowance _failed = new(LinesPerMinute, time);

    public async Task InvokeAsync(HttpContext context)
    {
        var started = time.GetTimestamp();
        try
        {
            await next(context);
        }
        catch
        {
            Write(context, StatusCodes.Status500InternalServerError, time.GetElapsedTime(started));
            throw;
        }

        Write(context, context.Response.StatusCode, time.GetElapsedTime(started));
    }

    private void Write(HttpContext context, int status, TimeSpan elapsed)
    {
        var (level, allowance) = LevelOf(context.Request.Path, status, elapsed);
        var last = false;
        if (allowance is not null && !allowance.TryTake(out last))
        {
            level = LogEventLevel.Debug;
        }

        if (!_log.IsEnabled(level))
        {
            return;
        }

        // The path as the caller encoded it: a decoded line break would let it write lines of its own into the log. Without the query, which is the caller's.
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget.Split('?')[0];
        _log.Write(
            level, "{RequestMethod} {RequestTarget} answered {StatusCode} in {Elapsed:0.0} ms ({RequestId})",
            context.Request.Method, target, status, elapsed.TotalMilliseconds, context.TraceIdentifier);
        if (last)
        {
            _log.Warning("{Lines} requests like this one have a line within this minute: further ones are at Debug until it ends.", LinesPerMinute);
        }
    }

    // Probes come every few seconds: as lines they would bury the requests of callers, and those of a service that is not ready would all be errors.
    private (LogEventLevel Level, LineAllowance? Allowance) LevelOf(PathString path, int status, TimeSpan elapsed) => status switch
    {
        _ when path.StartsWithSegments("/health") => (LogEventLevel.Debug, null),
        >= StatusCodes.Status500InternalServerError => (LogEventLevel.Error, _failed),
        StatusCodes.Status429TooManyRequests => (LogEventLevel.Debug, null),
        _ when elapsed >= Slow => (LogEventLevel.Warning, _failed),
        >= StatusCodes.Status400BadRequest => (LogEventLevel.Information, _refused),
        _ => (LogEventLevel.Debug, null),
    };
}
