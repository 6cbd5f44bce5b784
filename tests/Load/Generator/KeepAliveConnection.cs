using System.Buffers.Text;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace OmnipotentFutures.Load.Generator;

/// <summary>One connection that asks the same thing again and again. A blocking socket and one buffer: what the generator spends is taken from the
/// processors that the service under load runs on.</summary>
internal sealed class KeepAliveConnection : IDisposable
{
    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, ReceiveTimeout = 30_000, SendTimeout = 30_000 };
    private readonly byte[] _request;
    private readonly byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;

    public KeepAliveConnection(PreparedRequest request)
    {
        _request = request.Bytes;
        _socket.Connect(Loopback.EndPointOf(request.Address));
    }

    /// <summary>Sends the request and reads the whole answer.</summary>
    /// <returns>HTTP status.</returns>
    /// <exception cref="IOException">The answer is not whole, or no HTTP.</exception>
    /// <exception cref="SocketException">The connection broke, or nothing came for half a minute.</exception>
    public int Exchange()
    {
        _socket.Send(_request);
        var line = ReadLine();
        if (!line.StartsWith("HTTP/1.1 "u8) || !Utf8Parser.TryParse(line[9..], out int status, out _))
        {
            throw new IOException($"No HTTP: {Encoding.ASCII.GetString(line)}");
        }

        var (length, isChunked) = ReadHeaders();
        if (isChunked)
        {
            SkipChunks();
        }
        else
        {
            Skip(length);
        }

        return status;
    }

    public void Dispose() => _socket.Dispose();

    private (int Length, bool IsChunked) ReadHeaders()
    {
        var (length, isChunked) = (0, false);
        for (var line = ReadLine(); line.Length > 0; line = ReadLine())
        {
            if (Value(line, "content-length:"u8) is { Length: > 0 } digits)
            {
                length = int.Parse(digits, CultureInfo.InvariantCulture);
            }
            else if (Value(line, "transfer-encoding:"u8) is { Length: > 0 })
            {
                isChunked = true;
            }
        }

        return (length, isChunked);
    }

    private static ReadOnlySpan<byte> Value(ReadOnlySpan<byte> line, ReadOnlySpan<byte> name) =>
        line.Length > name.Length && Ascii.EqualsIgnoreCase(line[..name.Length], name) ? line[name.Length..].Trim((byte)' ') : [];

    private void SkipChunks()
    {
        int length;
        do
        {
            if (!Utf8Parser.TryParse(ReadLine(), out length, out _, 'x'))
            {
                throw new IOException("A chunk without a length.");
            }

            Skip(length);
            ReadLine();
        }
        while (length > 0);
    }

    // Without its line break.
    private ReadOnlySpan<byte> ReadLine()
    {
        int length;
        while ((length = _buffer.AsSpan(_start, _end - _start).IndexOf("\r\n"u8)) < 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
            Receive();
        }

        var line = _buffer.AsSpan(_start, length);
        _start += length + 2;
        return line;
    }

    private void Skip(int count)
    {
        while (count > _end - _start)
        {
            count -= _end - _start;
            (_start, _end) = (0, 0);
            Receive();
        }

        _start += count;
    }

    private void Receive()
    {
        var received = _socket.Receive(_buffer.AsSpan(_end));
        _end += received > 0 ? received : throw new IOException("The connection was closed before the answer was whole.");
    }
}
