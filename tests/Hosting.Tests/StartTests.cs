using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;

namespace OmnipotentFutures.Hosting.Tests;

/// <summary>What the operator reads when a service cannot start.</summary>
[Collection(Collection)]
public sealed class StartTests : StandardErrorTests
{
    [Fact]
    public async Task Port_in_use_is_a_sentence_with_the_port_and_a_way_out()
    {
        using var holder = new TcpListener(IPAddress.Loopback, 0);
        holder.Start();
        var port = ((IPEndPoint)holder.LocalEndpoint).Port;

        var code = await ServiceHost.RunAsync(RunningService.Build([$"--urls=http://127.0.0.1:{port}"]));

        code.ShouldBe(1);
        Written.ShouldBe(
            $"Test Service cannot start. Failed to bind to address http://127.0.0.1:{port}: address already in use. "
            + "Stop the program that holds the port, or choose another port with ASPNETCORE_URLS." + Environment.NewLine);
    }

    [Fact]
    public async Task Setting_out_of_range_is_a_sentence()
    {
        var code = await ServiceHost.RunAsync(BuildWithSettings("--Settings:Percent=101"));

        code.ShouldBe(1);
        Written.ShouldBe("Test Service cannot start. Settings:Percent must be 0 to 100." + Environment.NewLine);
    }

    [Fact]
    public async Task Setting_of_the_wrong_type_is_a_sentence()
    {
        var code = await ServiceHost.RunAsync(BuildWithSettings("--Settings:Percent=half"));

        code.ShouldBe(1);
        Written.ShouldBe(
            "Test Service cannot start. Failed to convert configuration value 'half' at 'Settings:Percent' to type 'System.Int32'." + Environment.NewLine);
    }

    [Fact]
    public async Task Setting_that_fails_before_the_service_is_built_is_a_sentence()
    {
        var code = await ServiceHost.RunAsync(RunningService.Identity, args => RunningService.Build(args), ["--LOG_CONSOLE_LEVEL=loud"]);

        code.ShouldBe(1);
        Written.ShouldStartWith("Test Service cannot start. Failed to convert configuration value 'loud' at 'LOG_CONSOLE_LEVEL'");
    }

    [Fact]
    public async Task Failure_that_nobody_expects_is_not_hushed_up()
    {
        using var app = RunningService.Build(["--urls=http://127.0.0.1:0"], services => services.AddHostedService<Broken>());

        await Should.ThrowAsync<NotSupportedException>(ServiceHost.RunAsync(app));
        Written.ShouldBeEmpty();
    }

    private static Microsoft.AspNetCore.Builder.WebApplication BuildWithSettings(string setting) =>
        RunningService.Build(["--urls=http://127.0.0.1:0", setting], services => services
            .AddOptionsWithValidateOnStart<Settings>()
            .BindConfiguration("Settings")
            .Validate(settings => settings.Percent is >= 0 and <= 100, "Settings:Percent must be 0 to 100."));

    private sealed class Settings
    {
        public int Percent { get; set; }
    }

    private sealed class Broken : Microsoft.Extensions.Hosting.IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => throw new NotSupportedException("broken");

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
