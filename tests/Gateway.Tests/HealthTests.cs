using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using OmnipotentFutures.Gateway.Tests.Support;

namespace OmnipotentFutures.Gateway.Tests;

public sealed class HealthTests
{
    [Fact]
    public async Task Health_knows_nothing_before_the_first_call_and_asks_nobody()
    {
        await using var service = await StandIn.StartAsync();
        await using var gateway = await RunningGateway.InFrontOfAsync(service);

        var health = await ReadAsync(gateway);

        health.GetProperty("service").GetString().ShouldBe("gateway");
        health.GetProperty("status").GetString().ShouldBe("healthy");
        var data = health.GetProperty("checks")[0].GetProperty("data");
        data.GetProperty("liquidation-heatmap").GetString().ShouldBe("not called yet");
        data.GetProperty("funding-derivatives").GetString().ShouldBe("not called yet");
        service.Seen.ShouldBeEmpty();
    }

    [Fact]
    public async Task Service_that_is_down_degrades_health_until_it_answers_again()
    {
        var port = 0;
        await using (var service = await StandIn.StartAsync())
        {
            port = new Uri(service.Url).Port;
        }

        await using var gateway = await RunningGateway.StartAsync([$"--LIQUIDATION_SERVICE_URL=http://127.0.0.1:{port}"]);
        using (var failed = await gateway.Client.GetAsync("/api/liquidation-heatmap/x"))
        {
            failed.StatusCode.ShouldBe(HttpStatusCode.BadGateway);
        }

        var health = await ReadAsync(gateway);

        health.GetProperty("status").GetString().ShouldBe("degraded");
        var check = health.GetProperty("checks")[0];
        check.GetProperty("name").GetString().ShouldBe("services");
        check.GetProperty("status").GetString().ShouldBe("degraded");
        check.GetProperty("description").GetString().ShouldBe("The last call failed to: liquidation-heatmap.");
        check.GetProperty("data").GetProperty("liquidation-heatmap").GetString().ShouldBe("unreachable at 2026-01-02T03:04:05.0000000Z");
        (await gateway.Client.GetAsync("/health/ready")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await gateway.Client.GetAsync("/health/live")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Service_that_answers_again_is_healthy_again()
    {
        var broken = true;
        await using var service = await StandIn.StartAsync(context =>
        {
            if (broken)
            {
                context.Abort();
            }

            return Task.CompletedTask;
        });
        await using var gateway = await RunningGateway.InFrontOfAsync(service);

        using var first = await gateway.Client.GetAsync("/api/liquidation-heatmap/x");
        var before = await ReadAsync(gateway);
        broken = false;
        using var second = await gateway.Client.GetAsync("/api/liquidation-heatmap/x");
        var after = await ReadAsync(gateway);

        before.GetProperty("status").GetString().ShouldBe("degraded");
        after.GetProperty("status").GetString().ShouldBe("healthy");
        after.GetProperty("checks")[0].GetProperty("data").GetProperty("liquidation-heatmap").GetString()
            .ShouldBe("answered at 2026-01-02T03:04:05.0000000Z");
    }

    [Fact]
    public async Task Error_that_a_service_answers_is_an_answer()
    {
        await using var service = await StandIn.StartAsync(context =>
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Task.CompletedTask;
        });
        await using var gateway = await RunningGateway.InFrontOfAsync(service);

        using var response = await gateway.Client.GetAsync("/api/liquidation-heatmap/x");

        response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await ReadAsync(gateway)).GetProperty("status").GetString().ShouldBe("healthy");
    }

    private static async Task<JsonElement> ReadAsync(RunningGateway gateway)
    {
        using var response = await gateway.Client.GetAsync("/health");
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return JsonElement.Parse(await response.Content.ReadAsStringAsync());
    }
}
