using Jpos.Infrastructure.Hosting;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Jpos.Infrastructure.Security;

/// <summary>Runs the key rewrapping when the host starts, so that a new host key needs only a restart.</summary>
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
            // The next start resumes the work, and old versions still open until then. A failure must not end the host.
            LogFailed(failure);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Key rewrapping failed; the next start continues it")]
    private partial void LogFailed(Exception failure);
}
