using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OmnipotentFutures.Gateway.Tests.Support;

namespace OmnipotentFutures.Gateway.Tests;

public sealed class FailureTests
{
    private const string Path = "/api/liquidation-heatmap/x";

    [Fact]
    public async Task Service_that_is_down_is_named_in_a_502()
    {
        await using var gateway = await RunningGateway.StartAsync([$"--LIQUIDATION_SERVICE_URL=http://127.0.0.1:{ClosedPort()}"]);
        using var request = new HttpRequestMessage(HttpMethod.Get, Path);
        request.Headers.Add("X-Request-ID", "order-42");

        using var response = await gateway.Client.SendAsync(request);

        var problem = await RunningGateway.ReadProblemAsync(response, HttpStatusCode.BadGateway, "upstream_unavailable");
        problem.GetProperty("detail").GetString().ShouldBe("The service liquidation-heatmap cannot be reached.");
        problem.GetProperty("request_id").GetString().ShouldBe("order-42");
        (await gateway.Log.NextAsync())
            .ShouldStartWith("Warning: liquidation-heatmap failed: Unreachable while Connecting, after 0.0 ms (order-42): Connection refused");
    }

    [Fact]
    public async Task Host_name_that_nobody_has_is_a_502()
    {
        await using var gateway = await RunningGateway.StartAsync(["--LIQUIDATION_SERVICE_URL=http://nobody.invalid"]);

        using var response = await gateway.Client.PostAsync("/api/liquidation-heatmap", new StringContent("{}"));

        await RunningGateway.ReadProblemAsync(response, HttpStatusCode.BadGateway, "upstream_unavailable");
    }

    [Fact]
    public async Task Connecting_that_takes_too_long_is_a_502()
    {
        // As SocketsHttpHandler reports its ConnectTimeout: a cancellation that nobody asked for.
        using var client = new HttpMessageInvoker(new Throwing(() => new TaskCanceledException("too long", new TimeoutException())));
        await using var gateway = await RunningGateway.StartAsync([], services => services.AddSingleton(client));

        using var response = await gateway.Client.GetAsync(Path);

        await RunningGateway.ReadProblemAsync(response, HttpStatusCode.BadGateway, "upstream_unavailable");
        (await gateway.Log.NextAsync()).ShouldStartWith("Warning: liquidation-heatmap failed: Unreachable while Connecting");
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-")]
    [InlineData("this is not HTTP\r\n\r\n")]
    public async Task Service_that_answers_nothing_or_nonsense_is_a_502(string answer)
    {
        await using var service = new RawService(answer);
        await using var gateway = await RunningGateway.StartAsync([$"--LIQUIDATION_SERVICE_URL={service.Url}"]);

        using var response = await gateway.Client.GetAsync(Path);

        var problem = await RunningGateway.ReadProblemAsync(response, HttpStatusCode.BadGateway, "upstream_unavailable");
        problem.GetProperty("detail").GetString().ShouldBe("The service liquidation-heatmap broke off before it answered.");
        (await gateway.Log.NextAsync()).ShouldStartWith("Warning: liquidation-heatmap failed: BrokenOff while AwaitingResponse");
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n")]
    public async Task Answer_that_breaks_off_breaks_the_callers_connection(string answer)
    {
        await using var service = new RawService(answer);
        await using var gateway = await RunningGateway.StartAsync([$"--LIQUIDATION_SERVICE_URL={service.Url}"]);

        await Should.ThrowAsync<HttpRequestException>(gateway.Client.GetStringAsync(Path));

        (await gateway.Log.NextAsync()).ShouldStartWith("Warning: liquidation-heatmap failed: BrokenOff while CopyingResponse");
    }

    [Fact]
    public async Task Service_that_is_silent_for_ten_seconds_is_a_504()
    {
        var asked = new TaskCompletionSource();
        await using var service = await StandIn.StartAsync(context =>
        {
            asked.SetResult();
            return Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        await using var gateway = await RunningGateway.InFrontOfAsync(service);

        var answering = gateway.Client.GetAsync(Path);
        await asked.Task.WaitAsync(RunningGateway.Patience);
        gateway.Time.Advance(TimeSpan.FromSeconds(10));
        using var response = await answering;

        var problem = await RunningGateway.ReadProblemAsync(response, HttpStatusCode.GatewayTimeout, "upstream_timeout");
        problem.GetProperty("detail").GetString().ShouldBe("The service liquidation-heatmap did not answer within 10 seconds.");
        (await gateway.Log.NextAsync()).ShouldStartWith("Warning: liquidation-heatmap failed: TimedOut while AwaitingResponse, after 10000.0 ms (");
    }

    [Fact]
    public async Task Service_that_answers_just_in_time_is_heard()
    {
        var asked = new TaskCompletionSource();
        var answer = new TaskCompletionSource();
        await using var service = await StandIn.StartAsync(context =>
        {
            asked.SetResult();
            return answer.Task;
        });
        await using var gateway = await RunningGateway.InFrontOfAsync(service);

        var answering = gateway.Client.GetAsync(Path);
        await asked.Task.WaitAsync(RunningGateway.Patience);
        gateway.Time.Advance(TimeSpan.FromSeconds(9.999));
        answer.SetResult();
        using var response = await answering;

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Time_of_a_call_can_be_set()
    {
        var asked = new TaskCompletionSource();
        await using var service = await StandIn.StartAsync(context =>
        {
            asked.SetResult();
            return Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        await using var gateway = await RunningGateway.InFrontOfAsync(service, "--Gateway:TimeoutSeconds=2.5");

        var answering = gateway.Client.GetAsync(Path);
        await asked.Task.WaitAsync(RunningGateway.Patience);
        gateway.Time.Advance(TimeSpan.FromSeconds(2.5));
        using var response = await answering;

        var problem = await RunningGateway.ReadProblemAsync(response, HttpStatusCode.GatewayTimeout, "upstream_timeout");
        problem.GetProperty("detail").GetString().ShouldBe("The service liquidation-heatmap did not answer within 2.5 seconds.");
    }

    [Fact]
    public async Task Ten_seconds_count_for_the_body_too_and_then_the_connection_breaks()
    {
        await using var service = await StandIn.StartAsync(async context =>
        {
            await context.Response.WriteAsync("a");
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        await using var gateway = await RunningGateway.InFrontOfAsync(service);

        using var response = await gateway.Client.GetAsync(Path, HttpCompletionOption.ResponseHeadersRead);
        gateway.Time.Advance(TimeSpan.FromSeconds(10));

        await Should.ThrowAsync<HttpRequestException>(response.Content.ReadAsStringAsync());
        (await gateway.Log.NextAsync()).ShouldStartWith("Warning: liquidation-heatmap failed: TimedOut while CopyingResponse, after 10000.0 ms (");
    }

    [Fact]
    public async Task Caller_that_does_not_finish_its_body_is_told_so_and_the_service_is_not_blamed()
    {
        var asked = new TaskCompletionSource();
        await using var service = await StandIn.StartAsync(async context =>
        {
            await context.Request.Body.ReadExactlyAsync(new byte[1]);
            asked.SetResult();
            await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
        });
        await using var gateway = await RunningGateway.InFrontOfAsync(service);
        using var caller = new TcpClient();
        await caller.ConnectAsync(gateway.Address.Host, gateway.Address.Port);
        await using var connection = caller.GetStream();

        await connection.WriteAsync("POST /api/liquidation-heatmap HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n{"u8.ToArray());
        await asked.Task.WaitAsync(RunningGateway.Patience);
        gateway.Time.Advance(TimeSpan.FromSeconds(10));

        (await RawConnection.ReadHeadAsync(connection).WaitAsync(RunningGateway.Patience)).ShouldStartWith("HTTP/1.1 408 ");
        using (var body = new StreamReader(connection, leaveOpen: true))
        {
            (await body.ReadLineAsync().WaitAsync(RunningGateway.Patience)).ShouldNotBeNull();
            (await body.ReadLineAsync().WaitAsync(RunningGateway.Patience)).ShouldNotBeNull().ShouldContain("\"code\":\"request_timeout\"");
        }

        (await gateway.Log.NextAsync()).ShouldStartWith("Information: liquidation-heatmap failed: CallerTooSlow while ReadingRequest");
        (await gateway.Client.GetStringAsync("/health")).ShouldContain("\"status\":\"healthy\"");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Caller_that_hangs_up_cancels_the_call_behind_it(bool afterHeaders)
    {
        var asked = new TaskCompletionSource();
        var cancelled = new TaskCompletionSource();
        await using var service = await StandIn.StartAsync(async context =>
        {
            context.RequestAborted.Register(cancelled.SetResult);
            if (afterHeaders)
            {
                await context.Response.Body.FlushAsync();
            }

            asked.SetResult();
            await cancelled.Task;
        });
        await using var gateway = await RunningGateway.InFrontOfAsync(service);
        using var patience = new CancellationTokenSource();

        var answering = gateway.Client.GetStringAsync(Path, patience.Token);
        await asked.Task.WaitAsync(RunningGateway.Patience);
        await patience.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(answering);
        await cancelled.Task.WaitAsync(RunningGateway.Patience);
        (await gateway.Log.NextAsync()).ShouldStartWith("Information: liquidation-heatmap failed: CallerGone");
    }

    [Fact]
    public async Task Caller_that_hangs_up_within_its_body_cancels_the_call_behind_it()
    {
        var asked = new TaskCompletionSource();
        var cancelled = new TaskCompletionSource();
        await using var service = await StandIn.StartAsync(async context =>
        {
            context.RequestAborted.Register(cancelled.SetResult);
            await context.Request.Body.ReadExactlyAsync(new byte[1]);
            asked.SetResult();
            await cancelled.Task;
        });
        await using var gateway = await RunningGateway.InFrontOfAsync(service);
        using (var caller = new TcpClient())
        {
            await caller.ConnectAsync(gateway.Address.Host, gateway.Address.Port);
            await caller.GetStream().WriteAsync("POST /api/liquidation-heatmap HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n{"u8.ToArray());
            await asked.Task.WaitAsync(RunningGateway.Patience);
        }

        await cancelled.Task.WaitAsync(RunningGateway.Patience);
        // A body that ends early and a caller that is gone are noticed side by side; whichever is first, it is the caller's doing.
        (await gateway.Log.NextAsync()).ShouldStartWith("Information: liquidation-heatmap failed: Caller");
    }

    [Fact]
    public async Task Failure_of_our_own_is_not_blamed_on_the_service()
    {
        using var client = new HttpMessageInvoker(new Throwing(() => new InvalidOperationException("a secret of ours")));
        await using var gateway = await RunningGateway.StartAsync([], services => services.AddSingleton(client));

        using var response = await gateway.Client.GetAsync(Path);

        var problem = await RunningGateway.ReadProblemAsync(response, HttpStatusCode.InternalServerError, "internal_error");
        problem.ToString().ShouldNotContain("secret");
    }

    private static int ClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private sealed class Throwing(Func<Exception> failure) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromException<HttpResponseMessage>(failure());
    }
}
