using System.Net.Sockets;
using System.Text;

namespace OmnipotentFutures.Gateway.Tests.Support;

/// <summary>Sends bytes as they are, for requests that no HTTP client would send.</summary>
internal static class RawConnection
{
    /// <summary>Sends a request that must ask for <c>Connection: close</c>, and reads until the server closes.</summary>
    public static async Task<string> ExchangeAsync(Uri server, string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(server.Host, server.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request));
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return await reader.ReadToEndAsync().WaitAsync(RunningGateway.Patience);
    }

    public static async Task<string> ReadHeadAsync(Stream stream)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal) && await stream.ReadAsync(one) > 0)
        {
            head.Append((char)one[0]);
        }

        return head.ToString();
    }
}
