using System.Globalization;
using OmnipotentFutures.Binance.Endpoints;
using OmnipotentFutures.Binance.Errors;

namespace OmnipotentFutures.Binance.Http;

/// <summary>Sends one attempt: refuses it while its scope is closed, reads the whole answer, and learns from its headers and status.
/// Innermost handler, so that every attempt passes here.</summary>
internal sealed class ExchangeHandler(RateBudget budget, ExchangeSource source, TimeProvider clock) : DelegatingHandler
{
    // For a 429 or 418 that does not say how long: a minute is the window of the weight limit, two minutes the shortest ban.
    private static readonly TimeSpan UnstatedPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan UnstatedBan = TimeSpan.FromMinutes(2);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = BinanceCall.Of(request);
        var scope = call.Endpoint.Scope;
        budget.ThrowIfClosed(call.Endpoint);

        // The first attempt was paid for before the pipeline began.
        if (call.Attempts++ > 0 && !budget.TryAcquire(call.Endpoint, call.Cost))
        {
            throw new BinanceException(BinanceErrorKind.RateLimited, call.Endpoint.Path, $"no budget of {scope} is left for another attempt");
        }

        var response = await base.SendAsync(request, cancellationToken);
        try
        {
            // Here rather than in the client, so that a body that stalls falls under the attempt's timeout and is tried again.
            await response.Content.LoadIntoBufferAsync(cancellationToken);
        }
        catch
        {
            response.Dispose();
            throw;
        }

        source.Observe(request.RequestUri!, response);
        Learn(scope, response);
        if (ErrorResponse.IsError(response))
        {
            await StopScopeAsync(call.Endpoint, response, cancellationToken);
        }

        return response;
    }

    // A wait of nothing, or until a time that our clock says is past, is no leave to go on: clocks differ.
    private static TimeSpan? Stated(TimeSpan? wait) => wait > TimeSpan.Zero ? wait : null;

    private void Learn(RateScope scope, HttpResponseMessage response)
    {
        if (response.Headers.TryGetValues(RateLimitRule.UsedWeightHeader, out var values)
            && int.TryParse(values.FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var used))
        {
            budget.Correct(scope, used);
        }
    }

    private async Task StopScopeAsync(Endpoint endpoint, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var error = await ErrorResponse.ReadAsync(endpoint.Path, response, clock.GetUtcNow(), cancellationToken);
        TimeSpan? pause = error.Kind switch
        {
            BinanceErrorKind.RateLimited => Stated(error.RetryAfter) ?? UnstatedPause,
            BinanceErrorKind.Banned => Stated(error.RetryAfter) ?? UnstatedBan,
            BinanceErrorKind.Blocked => error.RetryAfter,
            _ => null,
        };
        if (pause is { } time)
        {
            budget.Close(endpoint.Scope, time);
        }
    }
}
