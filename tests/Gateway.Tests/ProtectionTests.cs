using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OmnipotentFutures.Gateway.Tests.Support;
using OmnipotentFutures.Hosting.Limits;

namespace OmnipotentFutures.Gateway.Tests;

/// <summary>What protects every service, as the gateway has it in front of another.</summary>
public sealed class ProtectionTests
{
    private const string Path = "/api/liquidation-heatmap/x";

    [Fact]
    public void Clients_are_limited_unless_told_otherwise()
    {
        using var app = GatewayService.Build();

        var limit = ((IServiceProvider)app.Services).GetRequiredService<IOptions<ClientLimitOptions>>().Value;

        (limit.PerSecond, limit.Burst).ShouldBe((20, 100));
    }

    [Fact]
    public async Task Client_over_its_limit_reaches_no_service()
    {
        await using var service = await StandIn.StartAsync();
        await using var gateway = await RunningGateway.InFrontOfAsync(service, "--ClientLimit:PerSecond=0.0003", "--ClientLimit:Burst=1");

        using var first = await gateway.Client.GetAsync(Path);
        using var second = await gateway.Client.GetAsync(Path);

        first.StatusCode.ShouldBe(HttpStatusCode.OK);
        await RunningGateway.ReadProblemAsync(second, HttpStatusCode.TooManyRequests, "rate_limited");
        service.Seen.Count.ShouldBe(1);
        (await gateway.Client.GetAsync("/health/ready")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Services_own_headers_pass_and_none_is_doubled()
    {
        await using var service = await StandIn.StartAsync(context =>
        {
            context.Response.Headers.ContentSecurityPolicy = "default-src 'self'";
            context.Response.Headers.XContentTypeOptions = "nosniff";
            context.Response.Headers.XFrameOptions = "DENY";
            context.Response.Headers["Referrer-Policy"] = "no-referrer";
            context.Response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
            return Task.CompletedTask;
        });
        await using var gateway = await RunningGateway.InFrontOfAsync(service);

        using var response = await gateway.Client.GetAsync(Path);

        response.Headers.GetValues("Content-Security-Policy").ShouldBe(["default-src 'self'"]);
        foreach (var name in new[] { "X-Content-Type-Options", "X-Frame-Options", "Referrer-Policy", "Cross-Origin-Resource-Policy" })
        {
            response.Headers.GetValues(name).ShouldHaveSingleItem();
        }
    }

    [Fact]
    public async Task Which_pages_may_call_is_for_the_gateway_alone_to_say()
    {
        await using var service = await StandIn.StartAsync();
        await using var gateway = await RunningGateway.InFrontOfAsync(service, "--Cors:Origins=https://app.example");
        using var request = new HttpRequestMessage(HttpMethod.Get, Path);
        request.Headers.Add("Origin", "https://app.example");

        using var response = await gateway.Client.SendAsync(request);

        response.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe(["https://app.example"]);
        service.OnlyRequest.Headers.Keys.ShouldNotContain("Origin");
    }

    [Theory]
    [InlineData(HttpStatusCode.NotModified, "br")]
    [InlineData(HttpStatusCode.OK, "br")]
    [InlineData(HttpStatusCode.OK, "gzip")]
    public async Task Answer_that_a_service_keeps_ready_passes_as_it_is(HttpStatusCode status, string encoding)
    {
        byte[] body = [1, 2, 3, 4];
        await using var service = await StandIn.StartAsync(async context =>
        {
            context.Response.StatusCode = (int)status;
            context.Response.Headers.ETag = "\"v1-br\"";
            context.Response.Headers.CacheControl = "public, max-age=5";
            context.Response.Headers.Vary = "Accept-Encoding, Accept-Language";
            if (status is HttpStatusCode.OK)
            {
                context.Response.Headers.ContentEncoding = encoding;
                context.Response.ContentLength = body.Length;
                await context.Response.Body.WriteAsync(body);
            }
        });
        await using var gateway = await RunningGateway.InFrontOfAsync(service);
        using var request = new HttpRequestMessage(HttpMethod.Get, Path);
        request.Headers.Add("If-None-Match", "\"v1-br\"");
        request.Headers.Add("Accept-Encoding", encoding);

        using var response = await gateway.Client.SendAsync(request);

        service.OnlyRequest.Headers["If-None-Match"].ShouldBe("\"v1-br\"");
        service.OnlyRequest.Headers["Accept-Encoding"].ShouldBe(encoding);
        response.StatusCode.ShouldBe(status);
        response.Headers.ETag!.ToString().ShouldBe("\"v1-br\"");
        response.Headers.CacheControl!.ToString().ShouldBe("public, max-age=5");
        response.Headers.Vary.ShouldBe(["Accept-Encoding", "Accept-Language"]);
        response.Content.Headers.ContentEncoding.ShouldBe(status is HttpStatusCode.OK ? [encoding] : []);
        (await response.Content.ReadAsByteArrayAsync()).ShouldBe(status is HttpStatusCode.OK ? body : []);
    }
}
