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

        var code = await RunAsync($"--urls=http://127.0.0.1:{port}");

        code.ShouldBe(1);
        Written.ShouldBe(
            $"Test Service cannot start. Failed to bind to address http://127.0.0.1:{port}: address already in use. "
            + "Stop the program that holds the port, or choose another port with ASPNETCORE_URLS." + Environment.NewLine);
    }

    [Fact]
    public async Task Setting_out_of_range_is_a_sentence()
    {
        var code = await ServiceHost.RunAsync(RunningService.Identity, () => BuildWithSettings("--Settings:Percent=101"));

        code.ShouldBe(1);
        Written.ShouldBe("Test Service cannot start. Settings:Percent must be 0 to 100." + Environment.NewLine);
    }

    [Fact]
    public async Task Setting_of_the_wrong_type_is_a_sentence()
    {
        var code = await ServiceHost.RunAsync(RunningService.Identity, () => BuildWithSettings("--Settings:Percent=half"));

        code.ShouldBe(1);
        Written.ShouldBe(
            "Test Service cannot start. Failed to convert configuration value 'half' at 'Settings:Percent' to type 'System.Int32'." + Environment.NewLine);
    }

    [Theory]
    [InlineData("--urls=nonsense",
        "ASPNETCORE_URLS is 'nonsense': it must be an http or https address without a path, such as http://localhost:3000; several are parted by semicolons.")]
    [InlineData("--urls=http://127.0.0.1:0;ftp://localhost",
        "ASPNETCORE_URLS is 'ftp://localhost': it must be an http or https address without a path, such as http://localhost:3000; several are parted by semicolons.")]
    [InlineData("--urls=http://localhost:99999",
        "ASPNETCORE_URLS is 'http://localhost:99999': it must be an http or https address without a path, such as http://localhost:3000; several are parted by semicolons.")]
    [InlineData("--urls=http://localhost:1/path",
        "ASPNETCORE_URLS is 'http://localhost:1/path': it must be an http or https address without a path, such as http://localhost:3000; several are parted by semicolons.")]
    [InlineData("--http_ports=eighty", "ASPNETCORE_HTTP_PORTS is 'eighty': it must be a port, 1 to 65535; several are parted by semicolons.")]
    [InlineData("--http_ports=80;65536", "ASPNETCORE_HTTP_PORTS is '65536': it must be a port, 1 to 65535; several are parted by semicolons.")]
    [InlineData("--LOG_CONSOLE_LEVEL=loud", "LOG_CONSOLE_LEVEL is 'loud': it must be one of Verbose, Debug, Information, Warning, Error, Fatal.")]
    [InlineData("--LOG_CONSOLE_LEVEL=7", "LOG_CONSOLE_LEVEL is '7': it must be one of Verbose, Debug, Information, Warning, Error, Fatal.")]
    [InlineData("--Serilog:MinimumLevel:Default=loud", "Serilog:MinimumLevel:Default is 'loud': it must be one of Verbose, Debug, Information, Warning, Error, Fatal.")]
    [InlineData("--Serilog:MinimumLevel:Override:System=loud", "Serilog:MinimumLevel:Override:System is 'loud': it must be one of Verbose, Debug, Information, Warning, Error, Fatal.")]
    [InlineData("--ClientLimit:PerSecond=-1", "ClientLimit:PerSecond is -1: it must be 0 (no limit) to 100000 requests per second.")]
    [InlineData("--ClientLimit:PerSecond=NaN", "ClientLimit:PerSecond is NaN: it must be 0 (no limit) to 100000 requests per second.")]
    [InlineData("--ClientLimit:Burst=0", "ClientLimit:Burst is 0: it must be 1 to 100000 requests.")]
    [InlineData("--ClientLimit:Burst=many", "Failed to convert configuration value 'many' at 'ClientLimit:Burst' to type 'System.Int32'.")]
    [InlineData("--WorkLimit:AtWork=0", "WorkLimit:AtWork is 0: it must be 1 to 100000 requests.")]
    [InlineData("--WorkLimit:Waiting=-1", "WorkLimit:Waiting is -1: it must be 0 to 100000 requests.")]
    [InlineData("--Shutdown:DrainSeconds=301", "Shutdown:DrainSeconds is 301: it must be 0 to 300 seconds.")]
    [InlineData("--Shutdown:GraceSeconds=0", "Shutdown:GraceSeconds is 0: it must be 1 to 300 seconds.")]
    [InlineData("--Cors:Origins=*", "Cors:Origins holds '*': an origin is http or https, a host and at most a port, such as https://app.example, without a path.")]
    [InlineData("--Cors:Origins=https://a.example, https://b.example/", "Cors:Origins holds 'https://b.example/': an origin is http or https, a host and at most a port, such as https://app.example, without a path.")]
    public async Task Setting_that_cannot_be_is_a_sentence_that_names_it(string setting, string sentence)
    {
        (await RunAsync("--urls=http://127.0.0.1:0", setting)).ShouldBe(1);
        Written.ShouldBe($"Test Service cannot start. {sentence}{Environment.NewLine}");
    }

    [Fact]
    public async Task Folder_that_cannot_hold_log_files_is_a_sentence()
    {
        var file = Path.GetTempFileName();
        try
        {
            (await RunAsync("--urls=http://127.0.0.1:0", $"--LOG_DIRECTORY={file}")).ShouldBe(1);
            Written.ShouldStartWith($"Test Service cannot start. LOG_DIRECTORY is '{file}': log files cannot be written there. ");
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_told_at_once()
    {
        (await RunAsync("--urls=nonsense", "--LOG_CONSOLE_LEVEL=loud")).ShouldBe(1);
        Written.ShouldContain("ASPNETCORE_URLS is 'nonsense'");
        Written.ShouldContain("LOG_CONSOLE_LEVEL is 'loud'");
    }

    [Fact]
    public async Task Address_of_another_machine_is_a_sentence()
    {
        // Reserved for documentation: no machine has it.
        (await RunAsync("--urls=http://192.0.2.1:29998")).ShouldBe(1);
        Written.ShouldBe(
            "Test Service cannot start. It may not listen where it is told to: Cannot assign requested address. Choose another address or port with ASPNETCORE_URLS."
            + Environment.NewLine);
    }

    [Fact]
    public async Task Https_without_a_certificate_is_a_sentence()
    {
        (await RunAsync("--urls=https://127.0.0.1:0")).ShouldBe(1);
        Written.ShouldStartWith("Test Service cannot start. Unable to configure HTTPS endpoint. No server certificate was specified");
    }

    [Fact]
    public async Task Settings_file_that_is_not_json_is_a_sentence_with_the_line()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "{\n  \"ClientLimit\": { \"PerSecond\" 1 }\n}");
        try
        {
            var code = await ServiceHost.RunAsync(RunningService.Identity, () => RunningService.BuildFrom(file));

            code.ShouldBe(1);
            Written.ShouldStartWith($"Test Service cannot start. Failed to load configuration from file '{file}'. '1' is invalid after a property name.");
            Written.ShouldContain("LineNumber: 1");
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task Failure_that_nobody_expects_is_not_hushed_up()
    {
        await Should.ThrowAsync<NotSupportedException>(ServiceHost.RunAsync(
            RunningService.Identity, () => RunningService.Build(["--urls=http://127.0.0.1:0"], services => services.AddHostedService<Broken>())));
        Written.ShouldBeEmpty();
    }

    private static Task<int> RunAsync(params string[] args) => ServiceHost.RunAsync(RunningService.Identity, () => RunningService.Build(args));

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
