using System.Net;
using System.Net.Sockets;
using System.Text;

namespace OmnipotentFutures.Gateway.Tests.Support;

/// <summary>A service that answers every connection's first request with given bytes and closes: what no HTTP server would send.</summary>
internal sealed class RawService : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Task _serving;

    public RawService(string answer)
    {
        _listener.Start();
        _serving = ServeAsync(Encoding.Latin1.GetBytes(answer));
    }

    public string Url => $"http://{_listener.LocalEndpoint}";

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _serving;
    }

    private async Task ServeAsync(byte[] answer)
    {
        try
        {
            while (true)
            {
                using var connection = await _listener.AcceptTcpClientAsync();
                await using var stream = connection.GetStream();
                await RawConnection.ReadHeadAsync(stream);
                await stream.WriteAsync(answer);
            }
        }
        catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException)
        {
            // The listener was stopped: that is how this ends.
        }
    }
}
