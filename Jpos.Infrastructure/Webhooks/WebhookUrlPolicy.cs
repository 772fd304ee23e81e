using System.Net;
using System.Net.Sockets;
using Jpos.Domain.Text;
using Jpos.Infrastructure.Settings;

namespace Jpos.Infrastructure.Webhooks;

/// <summary>Allows events to go to the public internet by HTTPS only, whatever a name resolves to. A subscriber therefore cannot make this host contact internal systems (SSRF).</summary>
internal sealed class WebhookUrlPolicy(WebhookSettings settings, IDnsResolver dnsResolver)
{
    /// <summary>Networks that are not part of the internet, or that lead to such networks.</summary>
    private static readonly IPNetwork[] Inside =
    [
        .. ((string[])
        [
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16",
            "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
        ]).Select(IPNetwork.Parse),
    ];

    /// <summary>The public addresses of IPv6.</summary>
    private static readonly IPNetwork Outside6 = IPNetwork.Parse("2000::/3");

    /// <summary>Returns why an address is refused; null if it is allowed. The addresses behind its name are checked on connecting.</summary>
    public string? Validate(Uri url)
    {
        if (!url.IsAbsoluteUri || url.Scheme is not ("https" or "http") || url.UserInfo.Length > 0 || url.Fragment.Length > 0)
        {
            return FieldErrorText.MustBe("url", "an https URL without a user and a fragment");
        }

        if (!settings.AllowPrivateTargets && url.Scheme is not "https")
        {
            return FieldErrorText.MustBe("url", "an https URL");
        }

        return IPAddress.TryParse(url.IdnHost, out var address) && !Allows(address) ? "url must not point to this machine or to a private network." : null;
    }

    public bool Allows(IPAddress address)
    {
        var bare = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return settings.AllowPrivateTargets
            || (Array.TrueForAll(Inside, network => !network.Contains(bare)) && (bare.AddressFamily is AddressFamily.InterNetwork || Outside6.Contains(bare)));
    }

    /// <summary>Connects to a resolved address. It checks and uses the same resolution, so that a later change of DNS cannot bypass the check.</summary>
    /// <exception cref="WebhookUrlRefusedException">The name resolves to an internal address.</exception>
    public async ValueTask<Stream> Connect(DnsEndPoint to, CancellationToken cancellation)
    {
        var found = (await dnsResolver.LookUp(to.Host, cancellation)).Where(Allows).ToArray();
        if (found.Length == 0)
        {
            throw new WebhookUrlRefusedException();
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(found, to.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
