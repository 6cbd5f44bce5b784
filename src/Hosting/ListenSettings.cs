using System.Globalization;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace OmnipotentFutures.Hosting;

/// <summary>Checks where a service is told to listen, which the server itself would answer with a stack trace.</summary>
internal static class ListenSettings
{
    private const int MaxPort = 65535;

    /// <summary>What is wrong with <c>ASPNETCORE_URLS</c> and <c>ASPNETCORE_HTTP_PORTS</c>: a sentence each.</summary>
    public static IEnumerable<string> Failures(IConfiguration configuration) =>
        Entries(configuration[WebHostDefaults.ServerUrlsKey])
            .Where(url => !IsAddress(url))
            .Select(url => $"ASPNETCORE_URLS is '{url}': it must be an http or https address without a path, such as http://localhost:3000; several are parted by semicolons.")
            .Concat(Entries(configuration[WebHostDefaults.HttpPortsKey])
                .Where(port => !int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number > MaxPort)
                .Select(port => $"ASPNETCORE_HTTP_PORTS is '{port}': it must be a port, 1 to {MaxPort}; several are parted by semicolons."));

    private static string[] Entries(string? list) => list?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    private static bool IsAddress(string url)
    {
        try
        {
            var address = BindingAddress.Parse(url);
            return address.PathBase.Length == 0
                && address.Port is >= 0 and <= MaxPort
                && (address.Scheme.Equals(Uri.UriSchemeHttp, StringComparison.OrdinalIgnoreCase) || address.Scheme.Equals(Uri.UriSchemeHttps, StringComparison.OrdinalIgnoreCase));
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
