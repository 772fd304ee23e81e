using System.ComponentModel.DataAnnotations;
using Jpos.Infrastructure.Settings;

namespace Jpos.Api.Transport;

/// <summary>Settings <c>Jpos:Transport</c>: how messages reach the host.</summary>
[SettingsSection("Jpos:Transport")]
internal sealed class TransportSettings
{
    private const string Section = "Jpos:Transport";

    /// <summary>Whether plain HTTP is accepted from other machines too.</summary>
    public bool AllowPlainHttp { get; init; }

    /// <summary>The accepted client certificates, by names of the operator's choice. If there is any, every message needs one.</summary>
    public Dictionary<string, ClientCertificate> ClientCertificates { get; init; } = [];

    /// <summary>Addresses or networks (10.1.0.0/16) of proxies whose forwarding headers are trusted.</summary>
    public List<string> Proxies { get; init; } = [];

    /// <summary>Addresses or networks of gateways, which may have <see cref="ConnectionsOfGateway"/> connections, as may the proxies.</summary>
    public List<string> Gateways { get; init; } = [];

    /// <summary>The most open connections of an address; an IPv6 address counts with its /64.</summary>
    [Range(1, KestrelLimits.MostConnections)]
    public int ConnectionsOfAddress { get; init; } = 256;

    /// <summary>The most open connections of a named gateway or proxy.</summary>
    [Range(1, KestrelLimits.MostConnections)]
    public int ConnectionsOfGateway { get; init; } = 4096;

    /// <summary>The seconds in which the first byte of a connection must arrive.</summary>
    [Range(1, 60)]
    public int FirstByteSeconds { get; init; } = 5;

    /// <summary>Reads the settings. A misspelt or empty setting stops the start, because ignoring it could leave an access open.</summary>
    /// <exception cref="ValidationException">A client certificate has no fingerprint, or an empty list of terminals.</exception>
    /// <exception cref="InvalidOperationException">A setting is unknown, or not of its type.</exception>
    public static TransportSettings Read(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        var settings = section.Get<TransportSettings>(binder => binder.ErrorOnUnknownConfiguration = true) ?? new TransportSettings();
        foreach (var certificate in section.GetSection(nameof(ClientCertificates)).GetChildren())
        {
            RequireContent(certificate);
            foreach (var terminals in certificate.GetChildren().Where(setting => setting.Key.Equals(nameof(ClientCertificate.Terminals), StringComparison.OrdinalIgnoreCase)))
            {
                RequireContent(terminals);
            }
        }

        Validator.ValidateObject(settings, new ValidationContext(settings), true);
        settings.Gateways.ForEach(gateway => NamedProxies.GatewayNetwork(gateway));
        return settings;
    }

    /// <summary>Detects empty settings, because the binder treats them as missing.</summary>
    private static void RequireContent(IConfigurationSection section)
    {
        if (!section.GetChildren().Any())
        {
            throw new ValidationException($"{section.Path} is empty, so it would restrict nothing. Set it, or leave it out.");
        }
    }
}
