using Microsoft.Extensions.Hosting;

namespace Jpos.Infrastructure.Hosting;

/// <summary>Work in the background that begins when the host has started. A host that cannot start, because its address is taken perhaps, touches no row and has no work to break off.</summary>
internal abstract class StartedHostService(IHostApplicationLifetime lifetime) : BackgroundService
{
    /// <summary>Works until the host stops.</summary>
    protected abstract Task Run(CancellationToken stoppingToken);

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var startedOrStopped = CancellationTokenSource.CreateLinkedTokenSource(lifetime.ApplicationStarted, stoppingToken);
        await Task.Delay(Timeout.Infinite, startedOrStopped.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        // The start must not wait for the work: without this line the work would begin inside the notice that the host has started.
        await Task.Yield();
        if (!stoppingToken.IsCancellationRequested)
        {
            await Run(stoppingToken);
        }
    }
}
