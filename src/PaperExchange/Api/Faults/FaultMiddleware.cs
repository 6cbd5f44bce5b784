using System.Globalization;
using System.Net;
using OmnipotentFutures.PaperExchange.Api.RateLimits;

namespace OmnipotentFutures.PaperExchange.Api.Faults;

/// <summary>Lets the faults that are switched on strike calls of Binance's endpoints. All delays that strike a call add up;
/// of the other kinds the first that strikes decides the answer.</summary>
internal sealed class FaultMiddleware(RequestDelegate next, FaultSwitches switches, RateLimitOptions limits, TimeProvider time)
{
    private static readonly TimeSpan ToldWait = TimeSpan.FromMinutes(2);

    public async Task InvokeAsync(HttpContext context)
    {
        Fault? decisive = null;
        if (context.GetBinanceEndpoint() is { Path: var path })
        {
            foreach (var fault in switches.All)
            {
                // A fault with a count must not be used up by a call that another one decides.
                if ((decisive is not null && fault.Kind is not FaultKind.Latency) || !fault.Strikes(path))
                {
                    continue;
                }

                if (fault.Kind is FaultKind.Latency)
                {
                    await Task.Delay(fault.Latency, time, context.RequestAborted);
                }
                else
                {
                    decisive = fault;
                }
            }
        }

        await (decisive is null ? next(context) : StrikeAsync(context, decisive));
    }

    private Task StrikeAsync(HttpContext context, Fault fault) => fault.Kind switch
    {
        FaultKind.Status => AnswerStatusAsync(context, fault.Status),
        FaultKind.Html => HtmlPages.WriteAsync(context.Response, fault.Status),
        FaultKind.Empty => Task.CompletedTask,
        FaultKind.NoRows => AnswerNoRowsAsync(context),
        FaultKind.Malformed => CutAsync(context, abort: false),
        FaultKind.Truncated => CutAsync(context, abort: true),
        _ => throw new InvalidOperationException($"A fault of kind {fault.Kind} does not decide an answer."),
    };

    private Task AnswerStatusAsync(HttpContext context, int status)
    {
        var client = context.Connection.RemoteIpAddress ?? IPAddress.Loopback;
        if (status is StatusCodes.Status418ImATeapot or StatusCodes.Status429TooManyRequests)
        {
            context.Response.Headers.RetryAfter = ToldWait.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        }

        var endpoint = context.GetBinanceEndpoint()!;
        var error = status switch
        {
            StatusCodes.Status408RequestTimeout => ApiError.BackendTimeout,
            StatusCodes.Status418ImATeapot => ApiError.Banned(client, time.GetUtcNow() + ToldWait),
            StatusCodes.Status429TooManyRequests => ApiError.TooManyRequests(client, limits.Rules[endpoint.Scope]),
            StatusCodes.Status451UnavailableForLegalReasons => ApiError.RestrictedLocation,
            StatusCodes.Status500InternalServerError => ApiError.Unknown,
            StatusCodes.Status503ServiceUnavailable => ApiError.Internal,
            _ => null,
        };
        // Other errors come from the machines in front of the exchange, which know no JSON.
        return error is null ? HtmlPages.WriteAsync(context.Response, status) : error.WriteAsync(context.Response, endpoint.Scope);
    }

    private static Task AnswerNoRowsAsync(HttpContext context) => JsonAnswer.WriteAsync(context.Response, StatusCodes.Status200OK, json =>
    {
        json.WriteStartArray();
        json.WriteEndArray();
    });

    private async Task CutAsync(HttpContext context, bool abort)
    {
        var wire = context.Response.Body;
        using var answer = new MemoryStream();
        context.Response.Body = answer;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = wire;
        }

        var half = answer.GetBuffer().AsMemory(0, (int)answer.Length / 2);
        context.Response.ContentLength = abort ? answer.Length : half.Length;
        await wire.WriteAsync(half, context.RequestAborted);
        await wire.FlushAsync(context.RequestAborted);
        if (abort)
        {
            context.Abort();
        }
    }
}
