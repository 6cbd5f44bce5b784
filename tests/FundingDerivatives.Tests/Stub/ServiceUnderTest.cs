using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Time.Testing;

namespace OmnipotentFutures.FundingDerivatives.Tests.Stub;

/// <summary>The service on a port of its own, before a stub exchange of its own.</summary>
internal sealed class ServiceUnderTest : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly FakeTimeProvider? _clock;
    private readonly string _logs;

    private ServiceUnderTest(StubExchange exchange, WebApplication app, FakeTimeProvider? clock, string logs)
    {
        Exchange = exchange;
        _app = app;
        _clock = clock;
        _logs = logs;
        Http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public StubExchange Exchange { get; }

    public HttpClient Http { get; }

    public IServiceProvider Services => _app.Services;

    /// <summary>Starts the service.</summary>
    /// <param name="clock">Its clock; null for the system's.</param>
    /// <param name="prepare">Sets answers beyond those of <see cref="BinanceSamples.SetMarket"/>. The contracts are read when the service starts.</param>
    public static async Task<ServiceUnderTest> StartAsync(FakeTimeProvider? clock = null, Action<StubExchange>? prepare = null)
    {
        var exchange = await StubExchange.StartAsync();
        if (clock is not null)
        {
            exchange.Clock = () => clock.GetUtcNow().ToUnixTimeMilliseconds();
        }

        exchange.SetMarket();
        prepare?.Invoke(exchange);
        var logs = Directory.CreateTempSubdirectory("funding-").FullName;
        var app = FundingDerivativesService.Build(
            ["--urls=http://127.0.0.1:0", $"--Binance:FuturesUrl={exchange.Url}", $"--Binance:SpotUrl={exchange.Url}", $"--LOG_DIRECTORY={logs}", "--Watch:Largest=0"],
            clock is null ? TimeProvider.System : clock);
        await app.StartAsync();
        return new ServiceUnderTest(exchange, app, clock, logs);
    }

    /// <summary>The <c>data</c> of an analysis that must succeed.</summary>
    public async Task<JsonNode> AnalyzeAsync(string symbol, string? language = null)
    {
        using var response = await Http.GetAsync($"/analyze/{symbol}{(language is null ? string.Empty : $"?lang={language}")}");
        var body = await response.Content.ReadFromJsonAsync<JsonNode>();
        body!["success"]!.GetValue<bool>().ShouldBeTrue(body.ToJsonString());
        return body["data"]!;
    }

    /// <summary>Analyses until nothing is missing, a hundred times at most. To advance the clock ends what is on its way at that moment, such as a call that
    /// an analysis which failed for another reason did not wait for, and the next one may still share its fate.</summary>
    public async Task<JsonNode> AnalyzeUntilWholeAsync(string symbol)
    {
        var report = await AnalyzeAsync(symbol);
        for (var i = 0; i < 100 && report.MissingInputs().Count > 0; i++)
        {
            report = await AnalyzeAsync(symbol);
        }

        return report;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        // Disposing alone would leave calls to the exchange running.
        await _app.StopAsync();
        var disposal = _app.DisposeAsync().AsTask();
        // The resilience pipeline waits by the service's clock for calls that are just being cancelled.
        while (_clock is not null && !disposal.IsCompleted)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        await disposal;
        await Exchange.DisposeAsync();
        Directory.Delete(_logs, recursive: true);
    }
}
