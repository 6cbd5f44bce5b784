using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace OmnipotentFutures.Hosting.Limits;

/// <summary>What one caller or one connection may take of the web server. Each limit is set on purpose, not left as the framework has it.</summary>
public static class ServerLimits
{
    /// <summary>Largest request body a service reads, in bytes. A batch of 20 symbols needs less than 2 KB.</summary>
    public const long MaxRequestBodyBytes = 64 * 1024;

    /// <summary>Largest request line, in bytes: method, path and query. The longest that anything here understands is a few hundred.</summary>
    public const int MaxRequestLineBytes = 8 * 1024;

    /// <summary>Most that all headers of a request may take together, in bytes. Browsers and proxies send 1 to 4 KB.</summary>
    public const int MaxRequestHeadersBytes = 16 * 1024;

    /// <summary>Most headers of a request. A browser behind two proxies sends about thirty.</summary>
    public const int MaxRequestHeaders = 64;

    /// <summary>Most connections at once. An idle one costs a few KB and no thread, so hundreds of them hurt nobody; the file handles
    /// of a container end somewhere above this.</summary>
    public const int MaxConnections = 4096;

    /// <summary>Slowest sending and reading, in bytes per second. A modem of 1990 was ten times as fast: who stays below means to hold the connection.</summary>
    public const double MinBytesPerSecond = 240;

    /// <summary>Time from a request's first byte to the end of its headers. They fit into a few packets: who needs longer holds the connection.</summary>
    public static readonly TimeSpan HeadersTimeout = TimeSpan.FromSeconds(10);

    /// <summary>Time that a connection may wait for its next request. Longer than the minute after which the gateway and most clients drop an
    /// idle connection by themselves: the side that asks must be the first to let go, or a request meets a closing connection.</summary>
    public static readonly TimeSpan KeepAliveTimeout = TimeSpan.FromSeconds(75);

    /// <summary>Time before <see cref="MinBytesPerSecond"/> counts, for a network that stalls for a moment.</summary>
    public static readonly TimeSpan RateGrace = TimeSpan.FromSeconds(5);

    internal static void Apply(KestrelServerOptions server)
    {
        // Which server this is, is nobody's business.
        server.AddServerHeader = false;
        server.Limits.MaxRequestBodySize = MaxRequestBodyBytes;
        server.Limits.MaxRequestLineSize = MaxRequestLineBytes;
        server.Limits.MaxRequestHeadersTotalSize = MaxRequestHeadersBytes;
        server.Limits.MaxRequestHeaderCount = MaxRequestHeaders;
        server.Limits.MaxConcurrentConnections = MaxConnections;
        // No service speaks anything but HTTP.
        server.Limits.MaxConcurrentUpgradedConnections = 0;
        server.Limits.RequestHeadersTimeout = HeadersTimeout;
        server.Limits.KeepAliveTimeout = KeepAliveTimeout;
        server.Limits.MinRequestBodyDataRate = new MinDataRate(MinBytesPerSecond, RateGrace);
        server.Limits.MinResponseDataRate = new MinDataRate(MinBytesPerSecond, RateGrace);
    }
}
