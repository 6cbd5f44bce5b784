using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace OmnipotentFutures.Hosting.Tests;

public sealed class GracefulStopTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Service_that_stops_is_not_ready_accepts_calls_until_it_has_drained_and_finishes_them(bool bySignal)
    {
        var (started, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        var background = new Background();
        await using var service = await RunningService.StartAsync(
            services => services.AddHostedService(_ => background), app => MapHeld(app, started, release), "--Shutdown:DrainSeconds=5");
        var running = service.Client.GetStringAsync("/held");
        await started.Task.WaitAsync(RawConnection.Patience);

        var stopped = Stop(service.App, bySignal);

        (await ReadyAsync(service)).ShouldBe((HttpStatusCode.ServiceUnavailable, "stopping"));
        using (var stranger = new HttpClient { BaseAddress = service.Client.BaseAddress })
        {
            (await stranger.GetStringAsync("/number?n=1")).ShouldBe("1");
            (await stranger.GetAsync("/health/live")).StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        background.Stopping.IsCancellationRequested.ShouldBeFalse();
        // The pause of the drain begins a moment after the signal: the clock goes on until the server has let go of its port.
        while (await AcceptsAsync(service))
        {
            service.Time.Advance(TimeSpan.FromSeconds(5));
        }

        stopped.IsCompleted.ShouldBeFalse();
        background.Stopping.IsCancellationRequested.ShouldBeFalse();
        release.SetResult();
        (await running).ShouldBe("done");
        await stopped.WaitAsync(RawConnection.Patience);
        background.Stopping.IsCancellationRequested.ShouldBeTrue();
    }

    [Fact]
    public async Task Without_a_drain_a_stop_takes_no_longer_than_its_calls()
    {
        await using var service = await RunningService.StartAsync();

        await service.App.StopAsync().WaitAsync(RawConnection.Patience);

        (await AcceptsAsync(service)).ShouldBeFalse();
    }

    [Fact]
    public async Task Ready_says_nothing_of_a_stop_before_there_is_one()
    {
        await using var service = await RunningService.StartAsync("--Shutdown:DrainSeconds=5");

        (await service.Client.GetStringAsync("/health/ready")).ShouldContain("\"checks\":[]");
    }

    [Fact]
    public async Task Host_waits_for_the_drain_and_the_calls_at_work()
    {
        await using var service = await RunningService.StartAsync("--Shutdown:DrainSeconds=5", "--Shutdown:GraceSeconds=20");

        service.App.Services.GetRequiredService<IOptions<HostOptions>>().Value.ShutdownTimeout.ShouldBe(TimeSpan.FromSeconds(25));
    }

    // A signal only says that the host is to stop; whoever runs the host then stops it.
    private static Task Stop(WebApplication app, bool bySignal)
    {
        if (!bySignal)
        {
            return app.StopAsync();
        }

        var waiting = app.WaitForShutdownAsync();
        app.Lifetime.StopApplication();
        return waiting;
    }

    private static async Task<(HttpStatusCode Status, string? Check)> ReadyAsync(RunningService service)
    {
        using var response = await service.Client.GetAsync("/health/ready");
        var checks = JsonElement.Parse(await response.Content.ReadAsStringAsync()).GetProperty("checks");
        return (response.StatusCode, checks.EnumerateArray().ShouldHaveSingleItem().GetProperty("name").GetString());
    }

    private static async Task<bool> AcceptsAsync(RunningService service)
    {
        using var stranger = new HttpClient { BaseAddress = service.Client.BaseAddress };
        try
        {
            using var response = await stranger.GetAsync("/health/live");
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static void MapHeld(WebApplication app, TaskCompletionSource started, TaskCompletionSource release) => app.MapGet("/held", async () =>
    {
        started.TrySetResult();
        await release.Task;
        return "done";
    });

    private sealed class Background : BackgroundService
    {
        public CancellationToken Stopping { get; private set; }

        protected override Task ExecuteAsync(CancellationToken stoppingToken)
        {
            Stopping = stoppingToken;
            return Task.CompletedTask;
        }
    }
}
