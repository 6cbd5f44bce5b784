using System.Text;

namespace OmnipotentFutures.Load.Generator;

/// <summary>A GET as the bytes that go over the wire, so that sending it costs the generator one system call.</summary>
/// <param name="Address">Where it goes; loopback only.</param>
/// <param name="Bytes">The request.</param>
internal sealed record PreparedRequest(Uri Address, byte[] Bytes)
{
    /// <param name="address">What is asked for.</param>
    /// <param name="encoding">What the caller accepts, such as <c>br</c>; null for plain bytes.</param>
    public static PreparedRequest Get(Uri address, string? encoding = null)
    {
        Loopback.EndPointOf(address);
        var accept = encoding is null ? "" : $"Accept-Encoding: {encoding}\r\n";
        return new PreparedRequest(address, Encoding.ASCII.GetBytes($"GET {address.PathAndQuery} HTTP/1.1\r\nHost: {address.Authority}\r\n{accept}\r\n"));
    }
}
