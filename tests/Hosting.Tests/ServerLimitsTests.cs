using System.Net.Sockets;
using System.Text.Json;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OmnipotentFutures.Hosting.Limits;

namespace OmnipotentFutures.Hosting.Tests;

public sealed class ServerLimitsTests
{
    // The least grace that the server takes: its own beat is a second.
    private static readonly TimeSpan ShortGrace = TimeSpan.FromSeconds(1.1);

    [Fact]
    public async Task Every_limit_of_the_server_is_set()
    {
        await using var service = await RunningService.StartAsync();
        var limits = service.App.Services.GetRequiredService<IOptions<KestrelServerOptions>>().Value.Limits;

        limits.MaxRequestBodySize.ShouldBe(64 * 1024);
        limits.MaxRequestLineSize.ShouldBe(8 * 1024);
        limits.MaxRequestHeadersTotalSize.ShouldBe(16 * 1024);
        limits.MaxRequestHeaderCount.ShouldBe(64);
        limits.MaxConcurrentConnections.ShouldBe(4096);
        limits.MaxConcurrentUpgradedConnections.ShouldBe(0);
        limits.RequestHeadersTimeout.ShouldBe(TimeSpan.FromSeconds(10));
        limits.KeepAliveTimeout.ShouldBe(TimeSpan.FromSeconds(75));
        limits.MinRequestBodyDataRate!.BytesPerSecond.ShouldBe(240);
        limits.MinRequestBodyDataRate.GracePeriod.ShouldBe(TimeSpan.FromSeconds(5));
        limits.MinResponseDataRate!.BytesPerSecond.ShouldBe(240);
    }

    [Theory]
    [InlineData("/raw")]
    [InlineData("/batch")]
    public async Task Body_that_comes_to_a_halt_is_a_request_timeout_with_a_sentence(string path)
    {
        await using var service = await RunningService.StartAsync(services => services.Configure<KestrelServerOptions>(
            server => server.Limits.MinRequestBodyDataRate = new MinDataRate(ServerLimits.MinBytesPerSecond, ShortGrace)));

        var answer = await RawConnection.ExchangeAsync(
            service.Client.BaseAddress!, $"POST {path} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{{");

        answer.ShouldStartWith("HTTP/1.1 408 ");
        var problem = JsonElement.Parse(answer[answer.IndexOf('{')..(answer.LastIndexOf('}') + 1)]);
        problem.GetProperty("code").GetString().ShouldBe("request_timeout");
        problem.GetProperty("detail").GetString().ShouldBe("The request body did not arrive in time: it came to a halt, or at less than 240 bytes per second.");
        (await service.Client.GetStringAsync("/number?n=1")).ShouldBe("1");
    }

    [Fact]
    public async Task Headers_that_come_to_a_halt_end_the_connection()
    {
        await using var service = await RunningService.StartAsync(services => services.Configure<KestrelServerOptions>(
            server => server.Limits.RequestHeadersTimeout = ShortGrace));

        var answer = await RawConnection.ExchangeAsync(service.Client.BaseAddress!, "GET /number?n=1 HTTP/1.1\r\nHost: x\r\nX-Slow: ");

        answer.ShouldStartWith("HTTP/1.1 408 ");
        (await service.Client.GetStringAsync("/number?n=1")).ShouldBe("1");
    }

    [Fact]
    public async Task Too_much_before_the_body_is_refused_by_its_status()
    {
        await using var service = await RunningService.StartAsync();
        var address = service.Client.BaseAddress!;

        var line = await RawConnection.ExchangeAsync(address, $"GET /{new string('x', ServerLimits.MaxRequestLineBytes)} HTTP/1.1\r\n");
        var headers = await RawConnection.ExchangeAsync(
            address, $"GET / HTTP/1.1\r\nHost: x\r\nX-Long: {new string('x', ServerLimits.MaxRequestHeadersBytes)}\r\n\r\n");
        var count = await RawConnection.ExchangeAsync(
            address, $"GET / HTTP/1.1\r\nHost: x\r\n{string.Concat(Enumerable.Repeat("X: 1\r\n", ServerLimits.MaxRequestHeaders))}\r\n");

        line.ShouldStartWith("HTTP/1.1 414 ");
        headers.ShouldStartWith("HTTP/1.1 431 ");
        count.ShouldStartWith("HTTP/1.1 431 ");
        (await service.Client.GetStringAsync("/number?n=1")).ShouldBe("1");
    }

    [Fact]
    public async Task Idle_connections_hurt_nobody()
    {
        await using var service = await RunningService.StartAsync();
        var address = service.Client.BaseAddress!;
        var idle = new List<TcpClient>();
        try
        {
            for (var i = 0; i < 500; i++)
            {
                var client = new TcpClient();
                idle.Add(client);
                await client.ConnectAsync(address.Host, address.Port);
            }

            (await service.Client.GetStringAsync("/number?n=1")).ShouldBe("1");
        }
        finally
        {
            idle.ForEach(client => client.Dispose());
        }
    }
}
