using Jpos.Infrastructure.Hosting;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Jpos.Infrastructure.Security;

/// <summary>A run when the host starts: a new version of the host key needs nothing but a restart.</summary>
internal sealed partial class KeyRewrappingService(KeyRewrapping keyRewrapping, IHostApplicationLifetime lifetime, ILogger<KeyRewrappingService> logger) : StartedHostService(lifetime)
{
    protected override async Task Run(CancellationToken stoppingToken)
    {
        try
        {
            await keyRewrapping.Run(stoppingToken);
        }
        catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
        {
            // The next start finds what this one left, and old versions open till then. It must not end the host.
            LogFailed(failure);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Key rewrapping failed; the next start continues it")]
    private partial void LogFailed(Exception failure);
}
