using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Time.Testing;
using OmnipotentFutures.PaperExchange.Api;
using OmnipotentFutures.PaperExchange.Api.RateLimits;
using OmnipotentFutures.PaperExchange.Market;

namespace OmnipotentFutures.PaperExchange.Tests.Api;

/// <summary>The paper exchange on a free port, over a market of the test's own, at noon of the stub's day.</summary>
internal sealed class PaperExchangeHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private PaperExchangeHost(WebApplication app, FakeTimeProvider time)
    {
        _app = app;
        Time = time;
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public HttpClient Client { get; }

    /// <summary>Real time of the rate windows; the exchange clock runs on it from noon.</summary>
    public FakeTimeProvider Time { get; }

    public static async Task<PaperExchangeHost> StartAsync(IMarket? market = null, RateLimitOptions? limits = null)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 6, 1, 0, 0, 0, TimeSpan.Zero));
        var options = new PaperExchangeOptions { TimeProvider = time, RateLimits = limits ?? new RateLimitOptions() };
        var exchange = new Exchange(market ?? StubMarket.Typical(), new ExchangeClock(time, StubMarket.Noon));
        var app = PaperExchangeService.Build(
            options,
            exchange,
            "--urls=http://127.0.0.1:0",
            "--Serilog:MinimumLevel:Default=Warning",
            $"--LOG_DIRECTORY={Path.Combine(Path.GetTempPath(), "paper-exchange-tests")}");
        await app.StartAsync();
        return new PaperExchangeHost(app, time);
    }

    public async Task<JsonElement> GetJsonAsync(string path)
    {
        using var response = await Client.GetAsync(path);
        var body = await response.Content.ReadAsStringAsync();
        response.IsSuccessStatusCode.ShouldBeTrue(body);
        return JsonDocument.Parse(body).RootElement;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }
}
