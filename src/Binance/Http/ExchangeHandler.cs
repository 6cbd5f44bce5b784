using System.Globalization;
using OmnipotentFutures.Binance.Endpoints;
using OmnipotentFutures.Binance.Errors;

namespace OmnipotentFutures.Binance.Http;

/// <summary>Sends one attempt: refuses it while its scope is closed, reads the whole answer, and learns from its headers and status.
/// Innermost handler, so that every attempt passes here.</summary>
internal sealed class ExchangeHandler(RateBudget budget, ExchangeSource source, TimeProvider clock) : DelegatingHandler
{
    // For a refusal that does not say how long: a minute is the window of the weight limit, two minutes the shortest ban.
    private static readonly TimeSpan UnstatedPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan UnstatedBan = TimeSpan.FromMinutes(2);

    // A 451 names no time, and waiting cures it only where the way to Binance changes: long enough that a thousand callers are not a thousand refused
    // calls, short enough to notice soon.
    private static readonly TimeSpan RestrictedPause = TimeSpan.FromSeconds(5);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = BinanceCall.Of(request);
        // The first attempt was paid for before the pipeline began.
        if (call.Attempts == 0)
        {
            budget.Spend(call);
        }
        else
        {
            budget.TakeAgain(call);
        }

        call.Attempts++;
        var askedAt = clock.GetTimestamp();
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
        Learn(call.Endpoint.Scope, response, askedAt);
        if (ErrorResponse.IsError(response))
        {
            await StopScopeAsync(call.Endpoint, response, cancellationToken);
        }
        else
        {
            budget.Passed(call.Endpoint.Scope);
        }

        return response;
    }

    // A wait of nothing, or until a time that our clock says is past, is no leave to go on: clocks differ.
    private static TimeSpan? Stated(TimeSpan? wait) => wait > TimeSpan.Zero ? wait : null;

    private void Learn(RateScope scope, HttpResponseMessage response, long askedAt)
    {
        // The others are metered by requests.
        if (scope is RateScope.FuturesWeight or RateScope.SpotWeight
            && response.Headers.TryGetValues(RateLimitRule.UsedWeightHeader, out var values)
            && int.TryParse(values.FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var used))
        {
            budget.Correct(scope, used, askedAt);
        }
    }

    private async Task StopScopeAsync(Endpoint endpoint, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var error = await ErrorResponse.ReadAsync(endpoint.Path, response, clock.GetUtcNow(), cancellationToken);
        TimeSpan? pause = error.Kind switch
        {
            BinanceErrorKind.RateLimited => Stated(error.RetryAfter) ?? UnstatedPause,
            BinanceErrorKind.Banned => Stated(error.RetryAfter) ?? UnstatedBan,
            BinanceErrorKind.Blocked => Stated(error.RetryAfter) ?? UnstatedPause,
            BinanceErrorKind.RestrictedLocation => RestrictedPause,
            _ => null,
        };
        if (pause is { } time)
        {
            budget.Close(endpoint.Scope, error, time);
        }
    }
}
