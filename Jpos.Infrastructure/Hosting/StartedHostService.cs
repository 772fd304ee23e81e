using Microsoft.Extensions.Hosting;

namespace Jpos.Infrastructure.Hosting;

/// <summary>A background service that begins after the host has started. A host that fails to start, for example because its address is in use, therefore changes no rows and interrupts no work.</summary>
internal abstract class StartedHostService(IHostApplicationLifetime lifetime) : BackgroundService
{
    /// <summary>Works until the host stops.</summary>
    protected abstract Task Run(CancellationToken stoppingToken);

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var startedOrStopped = CancellationTokenSource.CreateLinkedTokenSource(lifetime.ApplicationStarted, stoppingToken);
        await Task.Delay(Timeout.Infinite, startedOrStopped.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        // Without this line the work would run inside the notification of the start and delay it.
        await Task.Yield();
        if (!stoppingToken.IsCancellationRequested)
        {
            await Run(stoppingToken);
        }
    }
}
