using System.Net;
using System.Net.Sockets;

namespace OmnipotentFutures.Load;

/// <summary>The one place this tool may send anything to.</summary>
internal static class Loopback
{
    /// <exception cref="ArgumentException">The address is not this machine's own.</exception>
    public static IPEndPoint EndPointOf(Uri address) =>
        IPAddress.TryParse(address.Host, out var ip) && IPAddress.IsLoopback(ip)
            ? new IPEndPoint(ip, address.Port)
            : throw new ArgumentException($"{address} is not a loopback address such as http://127.0.0.1:5013. This tool loads nothing but the machine it runs on.");

    /// <summary>An address that nobody listens on now.</summary>
    public static Uri FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://{listener.LocalEndpoint}");
    }
}
