using System.Text.Json;
using OmnipotentFutures.Analysis.Tests.Support;

namespace OmnipotentFutures.Analysis.Tests.Exchange;

public sealed class HealthTests : IAsyncLifetime
{
    private readonly PausingClock _clock = new();
    private StubExchange _exchange = null!;

    public async Task InitializeAsync() => _exchange = await StubExchange.StartAsync();

    public Task DisposeAsync() => _exchange.DisposeAsync().AsTask();

    [Fact]
    public async Task Before_the_first_answer_the_service_lives_but_is_not_ready()
    {
        _exchange.Answer(ExchangeAnswers.Silent);
        await using var service = await AnalysisService.StartAsync(_exchange.Url, _clock);

        await ShouldBeAsync(service, "unhealthy");
    }

    [Fact]
    public async Task Exchange_that_answers_makes_the_service_healthy()
    {
        await using var service = await HealthyAsync();

        var health = await ShouldBeAsync(service, "healthy");

        health.GetProperty("service").GetString().ShouldBe("stub-analysis");
        health.GetProperty("port").GetInt32().ShouldBe(service.Http.BaseAddress!.Port);
        health.GetProperty("timestamp").GetDateTimeOffset().ShouldBe(_clock.GetUtcNow());
        var check = health.GetProperty("checks").EnumerateArray().ShouldHaveSingleItem();
        check.GetProperty("name").GetString().ShouldBe("exchange");
        check.GetProperty("data").GetProperty("source").GetString().ShouldBe("binance");
    }

    [Fact]
    public async Task Exchange_that_fails_makes_the_service_degraded_and_after_a_minute_unhealthy()
    {
        await using var service = await HealthyAsync();
        await FailAsync(service);

        await ShouldBeAsync(service, "degraded");
        _clock.Advance(TimeSpan.FromSeconds(5));
        await _clock.WaitBegunAsync(TimeSpan.FromSeconds(3));
        await ShouldBeAsync(service, "degraded");
        _clock.Advance(TimeSpan.FromSeconds(55));

        await ShouldBeAsync(service, "unhealthy");
    }

    [Fact]
    public async Task First_failure_after_a_quiet_hour_is_a_failure_of_this_moment()
    {
        await using var service = await HealthyAsync();
        _clock.Advance(TimeSpan.FromMinutes(9));
        await _clock.WaitBegunAsync(TimeSpan.FromSeconds(5));
        await FailAsync(service);

        await ShouldBeAsync(service, "degraded");
    }

    [Fact]
    public async Task Probes_cost_the_exchange_nothing_in_whatever_state()
    {
        await using var service = await HealthyAsync();
        var calls = _exchange.Calls.Count;
        await ProbeAsync();
        await FailAsync(service);
        calls++;
        await ProbeAsync();
        _exchange.Calls.Count.ShouldBe(calls);

        async Task ProbeAsync()
        {
            for (var i = 0; i < 20; i++)
            {
                foreach (var path in new[] { "/health", "/health/live", "/health/ready" })
                {
                    (await service.Http.GetAsync(new Uri(path, UriKind.Relative))).Dispose();
                }
            }
        }
    }

    [Fact]
    public async Task Closed_scope_is_told()
    {
        await using var service = await HealthyAsync();
        await FailAsync(service);

        var health = await ShouldBeAsync(service, "degraded");

        health.GetProperty("checks")[0].GetProperty("data").GetProperty("futures_weight").GetString().ShouldBe("closed for 600 s: rate_limited");
    }

    private static async Task<JsonElement> ShouldBeAsync(AnalysisService service, string status)
    {
        var code = status == "unhealthy" ? 503 : 200;
        (await GetAsync(service, "/health/live", 200)).GetProperty("status").GetString().ShouldBe("healthy");
        (await GetAsync(service, "/health/ready", code)).GetProperty("status").GetString().ShouldBe(status);
        var health = await GetAsync(service, "/health", code);
        health.GetProperty("status").GetString().ShouldBe(status);
        return health;
    }

    private static async Task<JsonElement> GetAsync(AnalysisService service, string path, int status)
    {
        using var response = await service.Http.GetAsync(new Uri(path, UriKind.Relative));
        var body = await response.Content.ReadAsStringAsync();
        ((int)response.StatusCode).ShouldBe(status, body);
        ServiceAnswers.ShouldNameNoInternals(body);
        return ServiceAnswers.Parse(body);
    }

    private async Task<AnalysisService> HealthyAsync()
    {
        var service = await AnalysisService.StartAsync(_exchange.Url, _clock);
        await _clock.WaitBegunAsync(TimeSpan.FromSeconds(5));
        return service;
    }

    // One call fails, a second after the last good one.
    private async Task FailAsync(AnalysisService service)
    {
        _exchange.Answer(ExchangeAnswers.Refusal(429, 600));
        _clock.Advance(TimeSpan.FromSeconds(1));
        using var response = await service.AnalyzeAsync("BTCUSDT");
        await response.ShouldFailAsync(503, "upstream_rate_limited");
    }
}
