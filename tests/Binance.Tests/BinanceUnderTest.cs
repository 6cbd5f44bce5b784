using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using OmnipotentFutures.Binance.Endpoints;
using OmnipotentFutures.Binance.Errors;
using OmnipotentFutures.Binance.Http;

namespace OmnipotentFutures.Binance.Tests;

/// <summary>The clients as a service registers them, with a stub for the exchange and a clock that stands until it is moved.</summary>
internal sealed class BinanceUnderTest : IDisposable
{
    public const string Time = "/fapi/v1/time";
    public const string TimeBody = """{"serverTime":1789478299014}""";

    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(1);

    // Cancelling a Task.Delay ends it on another thread: all that is ever waited for in real time.
    private static readonly TimeSpan PatienceWithOtherThreads = TimeSpan.FromSeconds(30);

    private readonly ServiceProvider _services;

    public BinanceUnderTest(params (string Name, string Value)[] settings)
    {
        var registrations = new ServiceCollection();
        registrations.AddSingleton<IConfiguration>(new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create($"Binance:{setting.Name}", (string?)setting.Value)))
            .Build());
        registrations.AddSingleton<TimeProvider>(Clock);
        registrations.AddSingleton<ILogger<RateBudget>>(Log);
        registrations.AddBinance();
        registrations.AddHttpClient(nameof(BinanceFuturesClient)).ConfigurePrimaryHttpMessageHandler(() => Exchange);
        registrations.AddHttpClient(nameof(BinanceSpotClient)).ConfigurePrimaryHttpMessageHandler(() => Exchange);
        registrations.AddHttpClient(nameof(BinanceWebsiteClient)).ConfigurePrimaryHttpMessageHandler(() => Exchange);
        _services = registrations.BuildServiceProvider();
    }

    /// <summary>Every endpoint of the catalogues.</summary>
    public static IEnumerable<Endpoint> Endpoints => FuturesEndpoints.All.Concat(SpotEndpoints.All).Concat(WebsiteEndpoints.All);

    public StubExchange Exchange { get; } = new();

    public LogCollector Log { get; } = new();

    public FakeTimeProvider Clock { get; } = new(DateTimeOffset.FromUnixTimeMilliseconds(1_789_478_400_000));

    public BinanceFuturesClient Futures => _services.GetRequiredService<BinanceFuturesClient>();

    public BinanceSpotClient Spot => _services.GetRequiredService<BinanceSpotClient>();

    public BinanceWebsiteClient Website => _services.GetRequiredService<BinanceWebsiteClient>();

    public RateBudget Budget => _services.GetRequiredService<RateBudget>();

    public ExchangeStatus Status => _services.GetRequiredService<ExchangeStatus>();

    public ExchangeSource Source => _services.GetRequiredService<ExchangeSource>();

    /// <summary>Makes a call and moves the clock until it is done. Without a synchronization context whatever a timer wakes runs
    /// inside the clock's move, so that the clock never runs ahead of the call.</summary>
    public async Task<T> Run<T>(Func<Task<T>> call)
    {
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        Task<T> running;
        try
        {
            running = call();
            for (var end = Clock.GetUtcNow() + LongestRun; !running.IsCompleted && Clock.GetUtcNow() < end;)
            {
                Clock.Advance(Step);
            }
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }

        return await running.WaitAsync(PatienceWithOtherThreads);
    }

    /// <summary>Spends all that is left of a scope at this moment.</summary>
    public void Spend(RateScope scope)
    {
        while (Budget.Read().Single(reading => reading.Rule.Scope == scope).Left is > 0 and var left)
        {
            Take(scope, left);
        }
    }

    /// <summary>Spends units of a scope at this moment.</summary>
    public void Take(RateScope scope, int units) =>
        Budget.Take(new BinanceCall(Endpoints.First(endpoint => endpoint.Scope == scope), units, IsRefresh: false)).ShouldBe(TimeSpan.Zero);

    /// <summary>Makes a call that must fail.</summary>
    public Task<BinanceException> FailureOf<T>(Func<Task<T>> call) => Should.ThrowAsync<BinanceException>(() => Run(call));

    /// <summary>Makes the simplest call and answers it.</summary>
    public Task<BinanceException> FailureOf(params Func<CancellationToken, Task<HttpResponseMessage>>[] answers)
    {
        Exchange.On(Time, answers);
        return FailureOf(() => Futures.GetTimeAsync(default));
    }

    public void Dispose() => _services.Dispose();
}
