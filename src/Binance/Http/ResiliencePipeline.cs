using System.Threading.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using Polly;
using Polly.CircuitBreaker;
using Polly.RateLimiting;
using Polly.Retry;
using Polly.Timeout;

namespace OmnipotentFutures.Binance.Http;

/// <summary>Time and repetition of every call to Binance, in one place and in the order of the standard resilience handler:
/// limits (concurrency, then budget), total timeout, retry, circuit breaker, attempt timeout.</summary>
internal static class ResiliencePipeline
{
    private const int MaxRetries = 2;

    // A cold batch asks for some 160 answers: no exchange likes them all at once, and those that wait their turn do not time out. Two rounds for the
    // largest batch; each further one would cost a caller another answer's time.
    private const int MaxConcurrentCalls = 96;
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan BreakTime = TimeSpan.FromSeconds(2);

    public static void Configure(ResiliencePipelineBuilder<HttpResponseMessage> pipeline, ResilienceHandlerContext context)
    {
        var options = context.ServiceProvider.GetRequiredService<IOptions<BinanceOptions>>().Value;
        var budget = context.ServiceProvider.GetRequiredService<RateBudget>();
        pipeline.TimeProvider = context.ServiceProvider.GetRequiredService<TimeProvider>();

        pipeline
            .AddConcurrencyLimiter(MaxConcurrentCalls, queueLimit: int.MaxValue)
            .AddRateLimiter(new RateLimiterStrategyOptions { RateLimiter = arguments => AcquireAsync(budget, arguments.Context) })
            .AddTimeout(new TimeoutStrategyOptions { Name = "Total", Timeout = Seconds(options.TotalTimeoutSeconds) })
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = MaxRetries,
                Delay = FirstDelay,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldHandle = arguments => ValueTask.FromResult(IsTransient(arguments.Outcome)),
            })
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<HttpResponseMessage>
            {
                FailureRatio = 0.5,
                MinimumThroughput = 20,
                SamplingDuration = TimeSpan.FromSeconds(10),
                BreakDuration = BreakTime,
                ShouldHandle = arguments => ValueTask.FromResult(IsTransient(arguments.Outcome)),
            })
            .AddTimeout(new TimeoutStrategyOptions { Name = "Attempt", Timeout = Seconds(options.AttemptTimeoutSeconds) });
    }

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);

    // 429 and 418 are not repeated here: their scope is closed until the exchange allows it again.
    private static bool IsTransient(Outcome<HttpResponseMessage> outcome) => outcome switch
    {
        { Exception: HttpRequestException or TimeoutRejectedException or IOException } => true,
        { Result: { } response } => (int)response.StatusCode is 408 or >= 500,
        _ => false,
    };

    private static ValueTask<RateLimitLease> AcquireAsync(RateBudget budget, ResilienceContext context)
    {
        var call = BinanceCall.Of(context.GetRequestMessage()!);
        // Before the budget, so that calls which cannot be sent do not spend it.
        budget.ThrowIfClosed(call.Endpoint);
        return budget.AcquireAsync(call.Endpoint, call.Cost, context.CancellationToken);
    }
}
