using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace OmnipotentFutures.Binance.Http;

/// <summary>Time and repetition of every call to Binance, in one place and in the order of the standard resilience handler: limit of concurrency,
/// total timeout, retry, circuit breaker, attempt timeout. The budget comes before, in <see cref="BudgetHandler"/>. Each client has a pipeline per
/// <see cref="Endpoints.RateScope"/>, and no scope's calls use up another's places or open its breaker: a batch asks mostly for statistics, which fail
/// by themselves.</summary>
internal static class ResiliencePipeline
{
    private const int MaxRetries = 2;

    // A cold batch asks for some 120 answers of a scope: no exchange likes them all at once, and those that wait their turn do not time out. Two rounds
    // for the largest batch; each further one would cost a caller another answer's time.
    private const int MaxConcurrentCalls = 64;

    // Eight rounds. The budget lets hardly more through at once, and whoever stood behind them would not be answered in a caller's time.
    private const int MaxWaitingCalls = 512;

    // A dead exchange fails every call. One that fails a third of them is still worth asking, and must not open the breaker by a run of bad luck: 15 or more
    // of 20 fail once in some 6,000 times then, 10 or more once in 11.
    private const double BreakingFailureRatio = 0.75;
    private const int BreakingThroughput = 20;
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan BreakTime = TimeSpan.FromSeconds(2);

    public static void Configure(ResiliencePipelineBuilder<HttpResponseMessage> pipeline, ResilienceHandlerContext context)
    {
        var options = context.ServiceProvider.GetRequiredService<IOptions<BinanceOptions>>().Value;
        pipeline.TimeProvider = context.ServiceProvider.GetRequiredService<TimeProvider>();

        pipeline
            .AddConcurrencyLimiter(MaxConcurrentCalls, MaxWaitingCalls)
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
                FailureRatio = BreakingFailureRatio,
                MinimumThroughput = BreakingThroughput,
                SamplingDuration = TimeSpan.FromSeconds(10),
                BreakDuration = BreakTime,
                ShouldHandle = arguments => ValueTask.FromResult(IsTransient(arguments.Outcome)),
            })
            .AddTimeout(new TimeoutStrategyOptions { Name = "Attempt", Timeout = Seconds(options.AttemptTimeoutSeconds) });
    }

    /// <summary>Which pipeline a request goes through: that of its scope. The library tries this on a request of its own, which is no call.</summary>
    public static string KeyOf(HttpRequestMessage request) => BinanceCall.Find(request)?.Endpoint.Scope.ToString() ?? "";

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);

    // 429 and 418 are not repeated here: their scope is closed until the exchange allows it again.
    private static bool IsTransient(Outcome<HttpResponseMessage> outcome) => outcome switch
    {
        { Exception: HttpRequestException or TimeoutRejectedException or IOException } => true,
        { Result: { } response } => (int)response.StatusCode is 408 or >= 500,
        _ => false,
    };
}
