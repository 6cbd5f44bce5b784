using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using OmnipotentFutures.Hosting.Health;

namespace OmnipotentFutures.Hosting.Tests;

/// <summary>What a container's health check learns, and that asking is all it does.</summary>
[Collection(Collection)]
public sealed class HealthProbeTests : StandardErrorTests
{
    [Fact]
    public async Task Service_that_is_ready_is_0_and_silence()
    {
        await using var service = await RunningService.StartAsync();

        (await ProbeAsync(service.Client.BaseAddress!)).ShouldBe(0);
        Written.ShouldBeEmpty();
    }

    [Fact]
    public async Task Service_that_is_not_ready_is_1_with_the_reason()
    {
        await using var service = await RunningService.StartAsync(services => services.AddHealthChecks()
            .AddCheck("exchange", () => HealthCheckResult.Unhealthy("The exchange has not answered yet."), tags: [HealthRoutes.ReadyTag]));

        (await ProbeAsync(service.Client.BaseAddress!)).ShouldBe(1);
        Written.ShouldStartWith($"{service.Client.BaseAddress}health/ready answered 503: ");
        Written.ShouldContain("The exchange has not answered yet.");
    }

    [Fact]
    public async Task Service_that_is_not_there_is_1_with_its_address()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var nobody = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
        listener.Stop();

        (await ProbeAsync(nobody)).ShouldBe(1);
        Written.ShouldStartWith($"{nobody}health/ready did not answer: ");
    }

    [Theory]
    [InlineData(null, null, "http://127.0.0.1:29999/health/ready")]
    [InlineData(null, "8080", "http://127.0.0.1:8080/health/ready")]
    [InlineData(null, "8080;8081", "http://127.0.0.1:8080/health/ready")]
    [InlineData("http://+:3000", "8080", "http://127.0.0.1:3000/health/ready")]
    [InlineData("http://localhost:3000;https://localhost:3001", null, "http://127.0.0.1:3000/health/ready")]
    [InlineData("http://0.0.0.0:3000", null, "http://127.0.0.1:3000/health/ready")]
    [InlineData("http://[::]:3000", null, "http://127.0.0.1:3000/health/ready")]
    [InlineData("http://[::1]:3000", null, "http://[::1]:3000/health/ready")]
    [InlineData("http://10.1.2.3:3000", null, "http://10.1.2.3:3000/health/ready")]
    public void Address_is_where_the_service_listens(string? urls, string? ports, string expected)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["urls"] = urls, ["http_ports"] = ports })
            .Build();

        HealthProbe.AddressOf(RunningService.Identity, configuration).ToString().ShouldBe(expected);
    }

    private static Task<int> ProbeAsync(Uri service) => ServiceHost.RunAsync(RunningService.Identity, BuildNothing, ["--healthcheck", $"--urls={service}"]);

    private static WebApplication BuildNothing(string[] args) => throw new InvalidOperationException("A probe composes no service.");
}
