using System.Buffers;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using OmnipotentFutures.Gateway.Upstreams;
using OmnipotentFutures.Hosting.Problems;

namespace OmnipotentFutures.Gateway.Forwarding;

/// <summary>Passes one call on and streams the answer back. Nothing is buffered, so a failure after the first byte of the answer can
/// only be shown by breaking the connection off.</summary>
internal sealed partial class Forwarder(
    HttpMessageInvoker client, TimeProvider time, IOptions<GatewayOptions> options, ILogger<Forwarder> logger)
{
    private const int PieceBytes = 32 * 1024;

    private readonly TimeSpan _timeout = TimeSpan.FromSeconds(options.Value.TimeoutSeconds);

    // Where the gateway asks for a key, what callers send as one was for it.
    private readonly bool _withCredentials = options.Value.ApiKey.Length == 0;

    /// <summary>Passes a call on.</summary>
    /// <param name="context">The caller's request, and where the answer goes.</param>
    /// <param name="upstream">The service.</param>
    /// <param name="target">Address at the service.</param>
    public async Task ForwardAsync(HttpContext context, Upstream upstream, Uri target)
    {
        var started = time.GetTimestamp();
        using var deadline = new CancellationTokenSource(_timeout, time);
        await using var gone = context.RequestAborted.UnsafeRegister(static deadline => ((CancellationTokenSource)deadline!).Cancel(), deadline);
        using var body = CreateBody(context.Request);
        using var request = new HttpRequestMessage(HttpMethod.Parse(context.Request.Method), target) { Content = body };
        HeaderRules.CopyRequest(context.Request, request, _withCredentials);
        try
        {
            using var response = await client.SendAsync(request, deadline.Token);
            await CopyAsync(response, context.Response, deadline.Token);
            upstream.Answered(time.GetUtcNow());
        }
        catch (Exception cause) when (cause is OperationCanceledException or HttpRequestException or IOException)
        {
            var failure = Classify(cause, body, context.RequestAborted.IsCancellationRequested, deadline.IsCancellationRequested);
            var phase = failure is ForwardingFailure.Unreachable ? ForwardingPhase.Connecting
                : context.Response.HasStarted ? ForwardingPhase.CopyingResponse
                : body?.Phase ?? ForwardingPhase.AwaitingResponse;
            var byService = failure is ForwardingFailure.Unreachable or ForwardingFailure.BrokenOff or ForwardingFailure.TimedOut;
            var elapsed = time.GetElapsedTime(started);
            LogFailure(
                byService ? LogLevel.Warning : LogLevel.Information,
                upstream.Name, failure, phase, elapsed.TotalMilliseconds, context.TraceIdentifier, cause.Message);
            if (byService)
            {
                upstream.Failed(time.GetUtcNow(), failure);
            }

            await AnswerAsync(context, upstream, failure, body);
        }
    }

    private static CallerBody? CreateBody(HttpRequest request) =>
        request.HttpContext.Features.GetRequiredFeature<IHttpRequestBodyDetectionFeature>().CanHaveBody
            // Kestrel has dropped a length beside a transfer encoding, which is how requests are smuggled (RFC 9112 section 6.3).
            ? new CallerBody(request.Body, request.ContentLength)
            : null;

    private static async Task CopyAsync(HttpResponseMessage from, HttpResponse to, CancellationToken cancellationToken)
    {
        to.StatusCode = (int)from.StatusCode;
        HeaderRules.CopyResponse(from, to);
        // Started before there is a body: nothing fills in an error that came without one.
        await to.StartAsync(cancellationToken);
        await using var body = await from.Content.ReadAsStreamAsync(cancellationToken);
        var piece = ArrayPool<byte>.Shared.Rent(PieceBytes);
        var reading = body.ReadAsync(piece, cancellationToken);
        if (!reading.IsCompleted)
        {
            // The service takes its time: the caller has the headers at once. Otherwise they go out together with the first piece.
            await to.Body.FlushAsync(cancellationToken);
        }

        while (await reading is > 0 and var count)
        {
            await to.Body.WriteAsync(piece.AsMemory(0, count), cancellationToken);
            reading = body.ReadAsync(piece, cancellationToken);
        }

        // Not after a failure: a read that nobody waits for any more may still write into it.
        ArrayPool<byte>.Shared.Return(piece);
    }

    private static ForwardingFailure Classify(Exception cause, CallerBody? body, bool callerGone, bool timeIsUp) => cause switch
    {
        _ when callerGone || body?.ReadFailure is not (null or BadHttpRequestException) => ForwardingFailure.CallerGone,
        _ when body?.ReadFailure is not null => ForwardingFailure.CallerBody,
        _ when timeIsUp => body?.Phase is ForwardingPhase.ReadingRequest ? ForwardingFailure.CallerTooSlow : ForwardingFailure.TimedOut,
        HttpRequestException
        {
            HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError
        } => ForwardingFailure.Unreachable,
        // Nobody cancelled, so it was the handler: its ConnectTimeout.
        OperationCanceledException => ForwardingFailure.Unreachable,
        _ => ForwardingFailure.BrokenOff,
    };

    private async Task AnswerAsync(HttpContext context, Upstream upstream, ForwardingFailure failure, CallerBody? body)
    {
        if (context.Response.HasStarted || failure is ForwardingFailure.CallerGone)
        {
            context.Abort();
            return;
        }

        if (body?.ReadFailure is BadHttpRequestException bad)
        {
            // Told as every service tells it.
            throw new BadHttpRequestException(bad.Message, bad.StatusCode, bad);
        }

        var error = failure switch
        {
            ForwardingFailure.CallerTooSlow => new ServiceError(
                ErrorCodes.RequestTimeout, StatusCodes.Status408RequestTimeout, $"The request body did not arrive within {_timeout.TotalSeconds} seconds."),
            ForwardingFailure.TimedOut => new ServiceError(
                ErrorCodes.UpstreamTimeout, StatusCodes.Status504GatewayTimeout, $"The service {upstream.Name} did not answer within {_timeout.TotalSeconds} seconds."),
            ForwardingFailure.Unreachable => new ServiceError(
                ErrorCodes.UpstreamUnavailable, StatusCodes.Status502BadGateway, $"The service {upstream.Name} cannot be reached."),
            _ => new ServiceError(
                ErrorCodes.UpstreamUnavailable, StatusCodes.Status502BadGateway, $"The service {upstream.Name} broke off before it answered."),
        };
        await error.ToProblem(context).ExecuteAsync(context);
    }

    [LoggerMessage(Message = "{Upstream} failed: {Failure} while {Phase}, after {Elapsed:0.0} ms ({RequestId}): {Cause}")]
    private partial void LogFailure(
        LogLevel level, string upstream, ForwardingFailure failure, ForwardingPhase phase, double elapsed, string requestId, string cause);
}
