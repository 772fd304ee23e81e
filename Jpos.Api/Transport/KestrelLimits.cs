using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Jpos.Api.Transport;

/// <summary>What the server bears of one connection, and of all: nobody holds it, or its memory, by sending much or by sending slowly.</summary>
internal static class KestrelLimits
{
    /// <summary>The longest body of the back office, unless an address takes files. Forms of terminals are shorter: <see cref="TerminalProtocol.Messages.FormFilter.LargestForm"/>.</summary>
    public const int LargestBody = 64 * 1024;

    /// <summary>Beyond any network of terminals that one host serves. If each held back the end of the largest body, they would take about 1 GiB.</summary>
    public const int MostConnections = 10_000;

    public static void LimitConnections(this KestrelServerOptions server)
    {
        server.AddServerHeader = false;
        var limits = server.Limits;
        limits.MaxRequestBodySize = LargestBody;

        // A terminal's request has a dozen headers, and a proxy adds a few.
        limits.MaxRequestLineSize = 4 * 1024;
        limits.MaxRequestHeadersTotalSize = 16 * 1024;
        limits.MaxRequestHeaderCount = 50;

        // The slowest terminals dial in, but their headers are one or two packets.
        limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);

        // A form is about 1 KiB and comes within the grace; one that does not has to come at this rate on average, so that the largest body ends after two minutes.
        limits.MinRequestBodyDataRate = new MinDataRate(bytesPerSecond: 512, gracePeriod: TimeSpan.FromSeconds(10));

        // Who does not take its answer, which is stored, gets it again when it repeats its message.
        limits.MinResponseDataRate = new MinDataRate(bytesPerSecond: 512, gracePeriod: TimeSpan.FromSeconds(10));

        // A terminal sends the messages of one customer without connecting anew; a gateway's pool is never idle for long.
        limits.KeepAliveTimeout = TimeSpan.FromSeconds(60);

        // ConnectionGate keeps to MostConnections and makes room for newcomers. This is the net under it, for connections that are still being closed.
        limits.MaxConcurrentConnections = MostConnections + 2_000;

        // The protocol upgrades to nothing.
        limits.MaxConcurrentUpgradedConnections = 0;
    }
}
