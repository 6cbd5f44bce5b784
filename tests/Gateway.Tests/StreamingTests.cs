using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using OmnipotentFutures.Gateway.Tests.Support;
using OmnipotentFutures.Hosting.Limits;

namespace OmnipotentFutures.Gateway.Tests;

public sealed class StreamingTests
{
    private const string Path = "/api/liquidation-heatmap/x";
    private const int Megabyte = 1024 * 1024;

    [Fact]
    public async Task Callers_first_byte_reaches_the_service_before_the_last_is_sent()
    {
        var first = new TaskCompletionSource<int>();
        await using var service = await StandIn.StartAsync(async context =>
        {
            var one = new byte[1];
            await context.Request.Body.ReadExactlyAsync(one);
            first.SetResult(one[0]);
            await context.Request.Body.CopyToAsync(context.Response.Body);
        });
        await using var gateway = await RunningGateway.InFrontOfAsync(service);
        using var caller = new TcpClient();
        await caller.ConnectAsync(gateway.Address.Host, gateway.Address.Port);
        await using var connection = caller.GetStream();

        await connection.WriteAsync("POST /api/liquidation-heatmap HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 3\r\n\r\na"u8.ToArray());
        (await first.Task.WaitAsync(RunningGateway.Patience)).ShouldBe('a');
        await connection.WriteAsync("bc"u8.ToArray());

        (await RawConnection.ReadHeadAsync(connection).WaitAsync(RunningGateway.Patience)).ShouldStartWith("HTTP/1.1 200 ");
        using var rest = new StreamReader(connection);
        (await rest.ReadToEndAsync().WaitAsync(RunningGateway.Patience)).ShouldContain("bc");
    }

    [Fact]
    public async Task Services_headers_and_first_byte_reach_the_caller_before_the_last_is_sent()
    {
        var callerHasHeaders = new TaskCompletionSource();
        var callerHasFirst = new TaskCompletionSource();
        await using var service = await StandIn.StartAsync(async context =>
        {
            context.Response.StatusCode = StatusCodes.Status202Accepted;
            await context.Response.Body.FlushAsync();
            await callerHasHeaders.Task;
            await context.Response.WriteAsync("a");
            await callerHasFirst.Task;
            await context.Response.WriteAsync("bc");
        });
        await using var gateway = await RunningGateway.InFrontOfAsync(service);

        using var response = await gateway.Client.GetAsync(Path, HttpCompletionOption.ResponseHeadersRead);
        response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        callerHasHeaders.SetResult();
        await using var body = await response.Content.ReadAsStreamAsync();
        var one = new byte[1];
        await body.ReadExactlyAsync(one).AsTask().WaitAsync(RunningGateway.Patience);
        one[0].ShouldBe((byte)'a');
        callerHasFirst.SetResult();

        using var rest = new StreamReader(body);
        (await rest.ReadToEndAsync()).ShouldBe("bc");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Large_answer_arrives_whole(bool lengthKnown)
    {
        var sent = RandomNumberGenerator.GetBytes(16 * Megabyte);
        await using var service = await StandIn.StartAsync(async context =>
        {
            context.Response.ContentLength = lengthKnown ? sent.Length : null;
            await context.Response.Body.WriteAsync(sent);
        });
        await using var gateway = await RunningGateway.InFrontOfAsync(service);

        using var response = await gateway.Client.GetAsync(Path, HttpCompletionOption.ResponseHeadersRead);
        response.Content.Headers.ContentLength.ShouldBe(lengthKnown ? sent.Length : null);
        var received = await response.Content.ReadAsByteArrayAsync();

        SHA256.HashData(received).ShouldBe(SHA256.HashData(sent));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Body_up_to_the_limit_arrives_whole_and_framed_as_it_was(bool lengthKnown)
    {
        await using var service = await StandIn.StartAsync(context => context.Request.Body.CopyToAsync(context.Response.Body));
        await using var gateway = await RunningGateway.InFrontOfAsync(service);
        // The server counts the framing of chunks, too.
        var sent = RandomNumberGenerator.GetBytes((int)ServerLimits.MaxRequestBodyBytes - (lengthKnown ? 0 : 1024));

        using var response = await PostAsync(gateway, sent, lengthKnown);

        (await response.Content.ReadAsByteArrayAsync()).ShouldBe(sent);
        service.OnlyRequest.Headers.ContainsKey("Content-Length").ShouldBe(lengthKnown);
        service.OnlyRequest.Headers.ContainsKey("Transfer-Encoding").ShouldBe(!lengthKnown);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Body_over_the_limit_is_refused(bool lengthKnown)
    {
        await using var service = await StandIn.StartAsync(context => context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted));
        await using var gateway = await RunningGateway.InFrontOfAsync(service);

        using var response = await PostAsync(gateway, new byte[ServerLimits.MaxRequestBodyBytes + 1], lengthKnown);

        var problem = await RunningGateway.ReadProblemAsync(response, HttpStatusCode.RequestEntityTooLarge, "payload_too_large");
        problem.GetProperty("detail").GetString().ShouldBe("The request body is larger than 64 KB.");
        (await gateway.Log.NextAsync()).ShouldStartWith("Information: liquidation-heatmap failed: CallerBody while ReadingRequest, after 0.0 ms (");
    }

    [Fact]
    public async Task Error_without_a_body_stays_without_a_body()
    {
        await using var service = await StandIn.StartAsync(context =>
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return context.Response.Body.FlushAsync();
        });
        await using var gateway = await RunningGateway.InFrontOfAsync(service);

        using var response = await gateway.Client.GetAsync(Path);

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await response.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Services_own_problem_passes_as_it_is()
    {
        const string problem = """{"code":"unknown_symbol","trace_id":"the service's"}""";
        await using var service = await StandIn.StartAsync(context =>
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            context.Response.ContentType = "application/problem+json";
            return context.Response.WriteAsync(problem);
        });
        await using var gateway = await RunningGateway.InFrontOfAsync(service);

        using var response = await gateway.Client.GetAsync("/api/liquidation-heatmap?symbol=NOSUCH");

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await response.Content.ReadAsStringAsync()).ShouldBe(problem);
    }

    [Fact]
    public async Task Head_passes_the_length_without_the_body()
    {
        await using var service = await StandIn.StartAsync(context =>
        {
            context.Response.ContentLength = 12345;
            return Task.CompletedTask;
        });
        await using var gateway = await RunningGateway.InFrontOfAsync(service);
        using var request = new HttpRequestMessage(HttpMethod.Head, Path);

        using var response = await gateway.Client.SendAsync(request);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentLength.ShouldBe(12345);
    }

    [Fact]
    public async Task Post_without_a_body_passes_without_a_body()
    {
        await using var service = await StandIn.StartAsync();
        await using var gateway = await RunningGateway.InFrontOfAsync(service);

        using var response = await gateway.Client.PostAsync(Path, null);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        service.OnlyRequest.Headers["Content-Length"].ShouldBe("0");
    }

    private static async Task<HttpResponseMessage> PostAsync(RunningGateway gateway, byte[] body, bool lengthKnown)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Path) { Content = new ByteArrayContent(body) };
        request.Headers.TransferEncodingChunked = !lengthKnown;
        return await gateway.Client.SendAsync(request);
    }
}
