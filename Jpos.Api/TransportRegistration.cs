using Jpos.Api.Transport;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace Jpos.Api;

/// <summary>Registers the transport: addresses, TLS and trusted proxies.</summary>
internal static class TransportRegistration
{
    /// <param name="builder">The host builder.</param>
    /// <param name="listens">False for a command, which does its work without listening.</param>
    public static void AddTransport(this WebApplicationBuilder builder, bool listens)
    {
        var settings = TransportSettings.Read(builder.Configuration);
        var certificates = new PinnedCertificates(settings.ClientCertificates);
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(certificates);
        builder.Services.AddSingleton<ClientCertificateFilter>();
        builder.Services.AddNamedProxies(settings, builder.Configuration);
        builder.Services.AddSingleton<ConnectionLog>();
        builder.Services.AddSingleton<ConnectionLimiter>();
        builder.Services.AddOptions<KestrelServerOptions>().Configure<ConnectionLimiter>((server, gate) =>
        {
            server.LimitConnections();
            server.ConfigureEndpointDefaults(endpoint => ((IConnectionBuilder)endpoint).Use(gate.Guard));
            server.ConfigureHttpsDefaults(https => https.AskFor(certificates));
        });

        if (!ListeningAddresses.AreConfigured(builder.Configuration))
        {
            builder.WebHost.UseUrls(ListeningAddresses.Default);
        }

        if (listens && !settings.AllowPlainHttp)
        {
            ListeningAddresses.RefusePlainHttp(builder.Configuration);
        }
    }

    private static void AskFor(this HttpsConnectionAdapterOptions https, PinnedCertificates certificates)
    {
        if (certificates.AreRequired)
        {
            // A connection without a certificate may query the host's health. Its messages are declined with their own code.
            https.ClientCertificateMode = ClientCertificateMode.AllowCertificate;
            https.ClientCertificateValidation = (certificate, _, _) => certificates.Contains(certificate);
        }
    }
}
