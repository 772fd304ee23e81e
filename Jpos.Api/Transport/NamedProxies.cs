using System.ComponentModel.DataAnnotations;
using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace Jpos.Api.Transport;

/// <summary>The proxies whose forwarding headers are trusted. The headers of other senders are ignored.</summary>
internal static class NamedProxies
{
    /// <exception cref="ValidationException">An entry is neither an address nor a network, or another setting would trust every sender.</exception>
    public static void AddNamedProxies(this IServiceCollection services, TransportSettings settings, IConfiguration configuration)
    {
        if (string.Equals(configuration["FORWARDEDHEADERS_ENABLED"], "true", StringComparison.OrdinalIgnoreCase))
        {
            throw new ValidationException("ASPNETCORE_FORWARDEDHEADERS_ENABLED would trust the headers of every client. Remove it and list your proxies in Jpos:Transport:Proxies.");
        }

        var networks = settings.Proxies.Select(Network).ToList();
        services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;

            // Only the last entry is from the trusted proxy; earlier entries may be forged.
            options.ForwardLimit = 1;

            // The framework's default trusts every program on this machine.
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            networks.ForEach(options.KnownIPNetworks.Add);
        });
    }

    /// <summary>Reads the forwarded headers of the named proxies. Without a named proxy, no such header is read.</summary>
    public static void UseNamedProxies(this WebApplication app)
    {
        if (app.Services.GetRequiredService<TransportSettings>().Proxies.Count > 0)
        {
            app.UseForwardedHeaders();
        }
    }

    /// <exception cref="ValidationException">The entry is neither an address nor a network.</exception>
    public static IPNetwork Network(string proxy) => Network(proxy, nameof(TransportSettings.Proxies));

    /// <exception cref="ValidationException">The entry is neither an address nor a network.</exception>
    public static IPNetwork GatewayNetwork(string gateway) => Network(gateway, nameof(TransportSettings.Gateways));

    private static IPNetwork Network(string text, string setting)
    {
        if (IPAddress.TryParse(text, out var address))
        {
            return new IPNetwork(address, address.GetAddressBytes().Length * 8);
        }

        return IPNetwork.TryParse(text, out var network) ? network : throw new ValidationException($"Jpos:Transport:{setting} has the invalid entry \"{text}\". Allowed: addresses, and networks such as 10.1.0.0/16.");
    }
}
