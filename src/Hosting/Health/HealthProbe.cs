using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace OmnipotentFutures.Hosting.Health;

/// <summary>A service's program asking its running twin whether it is ready: the health check of containers that have neither shell nor curl.</summary>
public static class HealthProbe
{
    /// <summary>Command line argument that makes a service's program probe instead of serve.</summary>
    public const string Argument = "--healthcheck";

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(3);

    /// <summary>Asks for <c>/health/ready</c> on this machine, where the service's own settings say that it listens.</summary>
    /// <param name="identity">The service.</param>
    /// <param name="args">The service's command line.</param>
    /// <returns>The process's exit code: 0 when the service is ready; 1, with a sentence on standard error, when it is not or does not answer.</returns>
    public static async Task<int> RunAsync(ServiceIdentity identity, params string[] args)
    {
        ArgumentNullException.ThrowIfNull(identity);

        // The same sources in the same order as a service's builder, of which a probe needs nothing else.
        var configuration = new ConfigurationBuilder()
            .AddEnvironmentVariables("ASPNETCORE_")
            .AddEnvironmentVariables("DOTNET_")
            .AddEnvironmentVariables()
            .AddCommandLine([.. args.Where(argument => argument != Argument)])
            .Build();
        var address = AddressOf(identity, configuration);
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { Timeout = Timeout };
        try
        {
            using var response = await client.GetAsync(address);
            if (response.IsSuccessStatusCode)
            {
                return 0;
            }

            await Console.Error.WriteLineAsync($"{address} answered {(int)response.StatusCode}: {await response.Content.ReadAsStringAsync()}");
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException)
        {
            await Console.Error.WriteLineAsync($"{address} did not answer: {failure.Message}");
        }

        return 1;
    }

    internal static Uri AddressOf(ServiceIdentity identity, IConfiguration configuration)
    {
        var listens = BindingAddress.Parse(
            First(configuration[WebHostDefaults.ServerUrlsKey]) ?? $"http://+:{First(configuration[WebHostDefaults.HttpPortsKey]) ?? $"{identity.Port}"}");

        // Any name stands for every address of the machine, as it does for the server.
        var host = IPAddress.TryParse(listens.Host, out var ip) && !ip.Equals(IPAddress.Any) && !ip.Equals(IPAddress.IPv6Any) ? listens.Host : "127.0.0.1";
        return new UriBuilder(listens.Scheme, host, listens.Port, "/health/ready").Uri;
    }

    private static string? First(string? list) => list?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault();
}
