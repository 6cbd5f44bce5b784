using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using OmnipotentFutures.Hosting;

namespace OmnipotentFutures.Analysis.Tests.Support;

/// <summary>The smallest analysis service there can be, listening on a port of its own.</summary>
internal sealed class AnalysisService : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly FakeTimeProvider? _clock;

    private AnalysisService(WebApplication app, LogCollector log, FakeTimeProvider? clock)
    {
        _app = app;
        _clock = clock;
        Log = log;
        Http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public HttpClient Http { get; }

    public LogCollector Log { get; }

    public StubAnalyzer Analyzer => (StubAnalyzer)_app.Services.GetRequiredService<IAnalyzer<StubReport>>();

    /// <summary>Starts the service against an exchange.</summary>
    /// <param name="exchangeUrl">Address of the exchange.</param>
    /// <param name="clock">Its clock; the system's unless given.</param>
    /// <param name="settings">Further settings as on the command line.</param>
    public static async Task<AnalysisService> StartAsync(string exchangeUrl, FakeTimeProvider? clock = null, params string[] settings)
    {
        var identity = new ServiceIdentity("stub-analysis", "Stub analysis", 0, "Says what a contract costs.");
        var builder = ServiceHost.CreateBuilder(
            identity,
            [
                "--urls", "http://127.0.0.1:0",
                "--Binance:FuturesUrl", exchangeUrl,
                // None is as long as a pause of the watch, so that a clock can tell them apart.
                "--Watch:Largest", "0",
                "--Binance:AttemptTimeoutSeconds", "2.5",
                "--Binance:MaxBudgetWaitSeconds", "2.6",
                "--LOG_DIRECTORY", Path.Combine(AppContext.BaseDirectory, "logs"),
                "--Serilog:MinimumLevel:Default", "Fatal",
                .. settings,
            ]);
        builder.Services.AddAnalysis<StubAnalyzer, StubReport>();
        builder.Services.AddJson(StubJsonContext.Default);
        if (clock is not null)
        {
            builder.Services.AddSingleton<TimeProvider>(clock);
        }

        var log = new LogCollector();
        builder.Services.AddSingleton<ILoggerFactory>(new LoggerFactory([log], new LoggerFilterOptions { MinLevel = LogLevel.Information }));

        var app = builder.Build();
        app.UseServiceDefaults();
        app.MapAnalysis<StubReport>();
        await app.StartAsync();
        return new AnalysisService(app, log, clock);
    }

    public Task<HttpResponseMessage> AnalyzeAsync(string symbol) => Http.GetAsync(new Uri($"/analyze/{symbol}", UriKind.Relative));

    public async Task<HttpResponseMessage> BatchAsync(string? body, string? contentType = "application/json")
    {
        using var content = body is null ? null : new StringContent(body, Encoding.UTF8);
        if (content is not null)
        {
            content.Headers.Remove("Content-Type");
            if (contentType is not null)
            {
                content.Headers.TryAddWithoutValidation("Content-Type", contentType);
            }
        }

        return await Http.PostAsync(new Uri("/batch", UriKind.Relative), content);
    }

    public Task StopAsync() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync();
        var disposal = _app.DisposeAsync().AsTask();
        // The resilience pipeline waits, by the service's clock, for a cancelled call to unwind: a clock that stands still must be moved.
        while (!disposal.IsCompleted)
        {
            _clock?.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        await disposal;
    }
}
