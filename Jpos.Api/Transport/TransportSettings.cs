using System.ComponentModel.DataAnnotations;
using Jpos.Infrastructure.Settings;

namespace Jpos.Api.Transport;

/// <summary>Settings <c>Jpos:Transport</c>: how messages come to the host.</summary>
[SettingsSection("Jpos:Transport")]
internal sealed class TransportSettings
{
    private const string Section = "Jpos:Transport";

    /// <summary>Plain HTTP is taken from other machines too.</summary>
    public bool AllowPlainHttp { get; init; }

    /// <summary>The client certificates that are taken, by names that only the settings know; if there is any, every message needs one.</summary>
    public Dictionary<string, ClientCertificate> ClientCertificates { get; init; } = [];

    /// <summary>Addresses or networks (10.1.0.0/16) of the proxies that are believed where a message came from.</summary>
    public List<string> Proxies { get; init; } = [];

    /// <summary>Addresses or networks of gateways, which may have <see cref="ConnectionsOfGateway"/> connections; the proxies may too.</summary>
    public List<string> Gateways { get; init; } = [];

    /// <summary>How many connections an address may have open; an IPv6 address counts with its /64.</summary>
    [Range(1, KestrelLimits.MostConnections)]
    public int ConnectionsOfAddress { get; init; } = 256;

    /// <summary>How many connections a named gateway or proxy may have open.</summary>
    [Range(1, KestrelLimits.MostConnections)]
    public int ConnectionsOfGateway { get; init; } = 4096;

    /// <summary>Within how many seconds the first byte of a connection must come.</summary>
    [Range(1, 60)]
    public int FirstByteSeconds { get; init; } = 5;

    /// <summary>What is misspelt or empty stops the start: overlooked, it could open what it was to close.</summary>
    /// <exception cref="ValidationException">A client certificate says nothing, or has an empty list of terminals.</exception>
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

    /// <summary>The binder takes what is there but empty for what is not there.</summary>
    private static void RequireContent(IConfigurationSection section)
    {
        if (!section.GetChildren().Any())
        {
            throw new ValidationException($"{section.Path} is empty, so it would restrict nothing. Set it, or leave it out.");
        }
    }
}
