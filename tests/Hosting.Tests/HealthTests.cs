using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using OmnipotentFutures.Hosting.Health;

namespace OmnipotentFutures.Hosting.Tests;

public sealed class HealthTests
{
    [Fact]
    public async Task Health_has_the_shape_of_the_contract()
    {
        await using var service = await RunningService.StartAsync();

        var health = await ReadAsync(service, "/health", HttpStatusCode.OK);

        health.EnumerateObject().Select(member => member.Name).ShouldBe(["service", "status", "port", "timestamp", "version", "checks"]);
        health.GetProperty("service").GetString().ShouldBe("test-service");
        health.GetProperty("status").GetString().ShouldBe("healthy");
        health.GetProperty("port").GetInt32().ShouldBe(service.Client.BaseAddress!.Port);
        health.GetProperty("timestamp").GetDateTimeOffset().ShouldBe(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));
        health.GetProperty("version").GetString().ShouldBe("0.1.0");
        health.GetProperty("checks").GetArrayLength().ShouldBe(0);
    }

    [Theory]
    [InlineData(HealthStatus.Healthy, "healthy", HttpStatusCode.OK)]
    [InlineData(HealthStatus.Degraded, "degraded", HttpStatusCode.OK)]
    [InlineData(HealthStatus.Unhealthy, "unhealthy", HttpStatusCode.ServiceUnavailable)]
    public async Task Health_tells_each_check_and_is_503_only_when_unhealthy(HealthStatus status, string name, HttpStatusCode code)
    {
        await using var service = await RunningService.StartAsync(services => services.AddHealthChecks().AddCheck(
            "market", () => new HealthCheckResult(status, "What was found.", data: new Dictionary<string, object> { ["age_seconds"] = 1.5 })));

        var health = await ReadAsync(service, "/health", code);

        health.GetProperty("status").GetString().ShouldBe(name);
        var check = health.GetProperty("checks").EnumerateArray().ShouldHaveSingleItem();
        check.GetProperty("name").GetString().ShouldBe("market");
        check.GetProperty("status").GetString().ShouldBe(name);
        check.GetProperty("description").GetString().ShouldBe("What was found.");
        check.GetProperty("data").GetProperty("age_seconds").GetString().ShouldBe("1.5");
    }

    [Fact]
    public async Task Live_runs_no_check()
    {
        var ran = 0;
        await using var service = await RunningService.StartAsync(services => services.AddHealthChecks().AddCheck(
            "market", () => Unhealthy(ref ran), tags: [HealthRoutes.ReadyTag]));

        var live = await ReadAsync(service, "/health/live", HttpStatusCode.OK);

        live.GetProperty("status").GetString().ShouldBe("healthy");
        ran.ShouldBe(0);
    }

    [Fact]
    public async Task Ready_runs_only_the_checks_that_decide_it()
    {
        await using var service = await RunningService.StartAsync(services => services.AddHealthChecks()
            .AddCheck("decides", () => HealthCheckResult.Degraded(), tags: [HealthRoutes.ReadyTag])
            .AddCheck("does-not", () => HealthCheckResult.Unhealthy()));

        var ready = await ReadAsync(service, "/health/ready", HttpStatusCode.OK);

        ready.GetProperty("checks").EnumerateArray().ShouldHaveSingleItem().GetProperty("name").GetString().ShouldBe("decides");
    }

    [Fact]
    public async Task Ready_is_503_when_a_check_that_decides_it_fails()
    {
        await using var service = await RunningService.StartAsync(services => services.AddHealthChecks()
            .AddCheck("decides", () => HealthCheckResult.Unhealthy(), tags: [HealthRoutes.ReadyTag]));

        await ReadAsync(service, "/health/ready", HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task Check_that_throws_is_unhealthy_and_leaks_no_stack_trace()
    {
        await using var service = await RunningService.StartAsync(services => services.AddHealthChecks()
            .AddCheck("market", () => throw new InvalidOperationException("it broke")));

        using var response = await service.Client.GetAsync("/health");

        response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await response.Content.ReadAsStringAsync()).ShouldNotContain("   at ");
    }

    private static HealthCheckResult Unhealthy(ref int ran)
    {
        ran++;
        return HealthCheckResult.Unhealthy();
    }

    private static async Task<JsonElement> ReadAsync(RunningService service, string path, HttpStatusCode status)
    {
        using var response = await service.Client.GetAsync(path);
        response.StatusCode.ShouldBe(status);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        return JsonElement.Parse(await response.Content.ReadAsStringAsync());
    }
}
