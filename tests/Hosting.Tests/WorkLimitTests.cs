using System.Net;
using Microsoft.AspNetCore.Builder;

namespace OmnipotentFutures.Hosting.Tests;

public sealed class WorkLimitTests
{
    [Fact]
    public async Task What_neither_works_nor_waits_is_refused_at_once_and_the_rest_is_answered()
    {
        var (started, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var service = await RunningService.StartAsync(null, app => MapHeld(app, started, release), "--WorkLimit:AtWork=1", "--WorkLimit:Waiting=1");

        var working = service.Client.GetStringAsync("/held");
        await started.Task.WaitAsync(RawConnection.Patience);
        // Of two more one waits and one is refused, whichever comes first.
        Task<HttpResponseMessage>[] further = [service.Client.GetAsync("/held"), service.Client.GetAsync("/held")];
        var refused = await Task.WhenAny(further).WaitAsync(RawConnection.Patience);

        using var response = await refused;
        var problem = await RunningService.ReadProblemAsync(response, HttpStatusCode.ServiceUnavailable, "overloaded");
        problem.GetProperty("detail").GetString().ShouldBe(
            "There is more to do than this service takes on: 1 calls are at work and 1 wait. Ask again in a second.");
        response.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(1));
        foreach (var path in new[] { "/health", "/health/live", "/health/ready" })
        {
            (await service.Client.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        release.SetResult();
        (await working).ShouldBe("done");
        using var waited = await further.Single(call => call != refused);
        (await waited.Content.ReadAsStringAsync()).ShouldBe("done");
        (await service.Client.GetStringAsync("/number?n=1")).ShouldBe("1");
    }

    [Fact]
    public async Task A_thousand_callers_at_once_are_all_answered()
    {
        var (started, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var service = await RunningService.StartAsync(null, app => MapHeld(app, started, release));

        var calls = Enumerable.Range(0, 1000).Select(_ => service.Client.GetStringAsync("/held")).ToList();
        await started.Task.WaitAsync(RawConnection.Patience);
        release.SetResult();

        (await Task.WhenAll(calls)).ShouldAllBe(answer => answer == "done");
    }

    [Fact]
    public async Task Caller_that_gives_up_waiting_leaves_its_place()
    {
        var (started, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var service = await RunningService.StartAsync(null, app => MapHeld(app, started, release), "--WorkLimit:AtWork=1", "--WorkLimit:Waiting=1");
        using var patience = new CancellationTokenSource();
        var working = service.Client.GetStringAsync("/held");
        await started.Task.WaitAsync(RawConnection.Patience);
        Task<HttpResponseMessage>[] further = [service.Client.GetAsync("/held", patience.Token), service.Client.GetAsync("/held", patience.Token)];
        (await await Task.WhenAny(further).WaitAsync(RawConnection.Patience)).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);

        await patience.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(Task.WhenAll(further));
        release.SetResult();

        (await working).ShouldBe("done");
        (await service.Client.GetStringAsync("/held")).ShouldBe("done");
    }

    private static void MapHeld(WebApplication app, TaskCompletionSource started, TaskCompletionSource release) => app.MapGet("/held", async () =>
    {
        started.TrySetResult();
        await release.Task;
        return "done";
    });
}
