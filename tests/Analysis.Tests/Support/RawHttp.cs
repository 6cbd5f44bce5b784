using System.Net.Sockets;
using System.Text;

namespace OmnipotentFutures.Analysis.Tests.Support;

/// <summary>Sends bytes as they are: an HTTP client would tidy the path up.</summary>
internal sealed class RawHttp : IAsyncDisposable
{
    private readonly TcpClient _tcp = new();

    private RawHttp()
    {
    }

    /// <summary>Sends a GET of a path and returns the whole answer, head and body.</summary>
    public static async Task<string> GetAsync(Uri server, string path)
    {
        await using var connection = await OpenAsync(server, $"GET {path} HTTP/1.1\r\nHost: {server.Authority}\r\nConnection: close\r\n\r\n");
        using var reader = new StreamReader(connection._tcp.GetStream(), Encoding.UTF8);
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        return await reader.ReadToEndAsync(patience.Token);
    }

    /// <summary>Sends a request and leaves the connection open.</summary>
    public static async Task<RawHttp> OpenAsync(Uri server, string request)
    {
        var connection = new RawHttp();
        await connection._tcp.ConnectAsync(server.Host, server.Port);
        await connection._tcp.GetStream().WriteAsync(Encoding.Latin1.GetBytes(request));
        return connection;
    }

    public ValueTask DisposeAsync()
    {
        _tcp.Dispose();
        return ValueTask.CompletedTask;
    }
}
