using System.Net;
using System.Net.Sockets;

namespace Jpos.Api.Transport;

/// <summary>Returns the address to which limits apply: an IPv4 address, or the first 64 bits of an IPv6 address, which one subscriber has.</summary>
internal static class CallerAddress
{
    private const int PrefixBytes = 8;

    public static string Of(ConnectionInfo connection) => Of(connection.RemoteIpAddress);

    public static string Of(IPAddress? remote)
    {
        var address = remote ?? IPAddress.None;
        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }

        if (address.AddressFamily is AddressFamily.InterNetwork)
        {
            return address.ToString();
        }

        var bytes = address.GetAddressBytes();
        bytes.AsSpan(PrefixBytes).Clear();
        return $"{new IPAddress(bytes)}/64";
    }
}
