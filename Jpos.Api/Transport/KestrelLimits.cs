using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Jpos.Api.Transport;

/// <summary>Limits what the server accepts on one connection and on all, so that no client can hold a connection or memory by sending much or slowly.</summary>
internal static class KestrelLimits
{
    /// <summary>The largest body of the back office, except for files. Forms of terminals have a smaller limit: <see cref="TerminalProtocol.Messages.FormFilter.LargestForm"/>.</summary>
    public const int LargestBody = 64 * 1024;

    /// <summary>The limit exceeds any network of terminals that one host serves. If every connection withheld the end of the largest body, the bodies would take about 1 GiB.</summary>
    public const int MostConnections = 10_000;

    public static void LimitConnections(this KestrelServerOptions server)
    {
        server.AddServerHeader = false;
        var limits = server.Limits;
        limits.MaxRequestBodySize = LargestBody;

        // A terminal's request has about a dozen headers, and a proxy adds a few.
        limits.MaxRequestLineSize = 4 * 1024;
        limits.MaxRequestHeadersTotalSize = 16 * 1024;
        limits.MaxRequestHeaderCount = 50;

        // The slowest terminals use dial-up lines, but their headers are one or two packets.
        limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);

        // A form is about 1 KiB and arrives within the grace period. A slower one must arrive at this average rate, so that the largest body ends after two minutes.
        limits.MinRequestBodyDataRate = new MinDataRate(bytesPerSecond: 512, gracePeriod: TimeSpan.FromSeconds(10));

        // A client that does not read its answer is disconnected. The answer is stored, so a repeat of the message gets it.
        limits.MinResponseDataRate = new MinDataRate(bytesPerSecond: 512, gracePeriod: TimeSpan.FromSeconds(10));

        // A terminal sends the messages of one customer on one connection, and a gateway's pool is never idle for long.
        limits.KeepAliveTimeout = TimeSpan.FromSeconds(60);

        // The connection limiter enforces MostConnections and closes idle connections. This second limit covers connections that are still closing.
        limits.MaxConcurrentConnections = MostConnections + 2_000;

        // The protocol has no upgrades.
        limits.MaxConcurrentUpgradedConnections = 0;
    }
}
