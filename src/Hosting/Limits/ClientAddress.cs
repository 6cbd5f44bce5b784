using System.Net;
using System.Net.Sockets;

namespace OmnipotentFutures.Hosting.Limits;

/// <summary>Who a client is for the limits: an IPv4 address, or the /64 of an IPv6 one, which is the least that a customer has.</summary>
internal static class ClientAddress
{
    private const int NetworkBytes = 8;

    /// <summary>The client that an address belongs to.</summary>
    /// <param name="address">The other end of the connection; null when there is none, as with a Unix socket.</param>
    /// <returns>An address that is the same for all of the client's.</returns>
    public static IPAddress Of(IPAddress? address)
    {
        if (address is null)
        {
            return IPAddress.None;
        }

        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4();
        }

        if (address.AddressFamily is not AddressFamily.InterNetworkV6 || IPAddress.IsLoopback(address))
        {
            return address;
        }

        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out _);
        bytes[NetworkBytes..].Clear();
        return new IPAddress(bytes);
    }
}
