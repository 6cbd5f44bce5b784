using System.Net.Sockets;
using System.Text;

namespace OmnipotentFutures.Hosting.Tests;

/// <summary>Sends bytes as they are, for requests that no HTTP client would send.</summary>
internal static class RawConnection
{
    /// <summary>How long a test waits for what must happen before it fails instead of hanging.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Sends what there is of a request, and reads until the server closes.</summary>
    public static async Task<string> ExchangeAsync(Uri server, string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(server.Host, server.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request));
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return await reader.ReadToEndAsync().WaitAsync(Patience);
    }
}
