using System.Security.Cryptography;
using Jpos.Application.Throttling;
using Jpos.Infrastructure.Hosting;
using Jpos.Infrastructure.Settings;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Jpos.Infrastructure.Webhooks;

/// <summary>
/// Sends pending deliveries. One host at a time serves a subscription: the holder of its lease. It wakes when this host commits an event. About once a second, or more often with shorter pauses, it looks for events of other hosts and due retries.
/// </summary>
internal sealed partial class WebhookDispatcher(DeliveryStore rows, SubscriptionWorker subscriptionWorker, DispatchSignal signal, WebhookSettings settings, TerminalTraffic traffic, IHostApplicationLifetime lifetime, ILogger<WebhookDispatcher> logger) : StartedHostService(lifetime)
{
    private const int HolderBytes = 16;

    private const int JitterHundredths = 25;

    /// <summary>The longest time between two reads of the database.</summary>
    public static readonly TimeSpan LongestPause = Pause * (1 + (JitterHundredths / 100d));

    private static TimeSpan Pause => TimeSpan.FromSeconds(1);

    /// <summary>The time limit of releasing a lease.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    /// <summary>The name of this host in leases, new at each start.</summary>
    private readonly string holder = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(HolderBytes));
    private readonly Dictionary<long, Task> served = [];

    protected override async Task Run(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                var signalled = signal.Next;
                await StartDue(stoppingToken);
                await signalled.WaitAsync(settings.PollInterval * WebhookSettings.Jitter(JitterHundredths), stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                stoppingToken.ThrowIfCancellationRequested();
            }
        }
        finally
        {
            await Task.WhenAll(served.Values);
        }
    }

    /// <summary>Starts serving subscriptions that are due and not served.</summary>
    private async Task StartDue(CancellationToken stop)
    {
        foreach (var (id, _) in served.Where(one => one.Value.IsCompleted).ToList())
        {
            served.Remove(id);
        }

        try
        {
            await rows.FanOut(stop);
            var pace = new BackgroundThrottle(traffic);
            foreach (var id in await rows.Due(holder, stop))
            {
                if (!served.ContainsKey(id))
                {
                    served.Add(id, ServeSubscription(id, stop));
                }
            }

            // Each payment sets the signal. Without a pause, reading after each payment would use a whole processor.
            await pace.Pause(stop);
        }
        catch (Exception failure) when (!stop.IsCancellationRequested)
        {
            LogFailed(failure);
        }
    }

    /// <summary>Serves a subscription while deliveries are due and the lease lasts.</summary>
    private async Task ServeSubscription(long id, CancellationToken stop)
    {
        using var lost = CancellationTokenSource.CreateLinkedTokenSource(stop);
        try
        {
            if (!await rows.Lease(id, holder, stop))
            {
                return;
            }

            var keeping = RenewLease(id, lost);
            try
            {
                await subscriptionWorker.Run(id, lost.Token);
            }
            finally
            {
                await lost.CancelAsync();
                await keeping;
                await ReleaseLease(id);
            }
        }
        catch (OperationCanceledException) when (lost.IsCancellationRequested)
        {
            // The host stops, or another host has taken over.
        }
        catch (Exception failure)
        {
            LogFailed(failure);
        }
    }

    /// <summary>Releases a lease; if that fails, the lease expires.</summary>
    private async Task ReleaseLease(long id)
    {
        using var patience = new CancellationTokenSource(settings.Lease < Grace ? settings.Lease : Grace);
        try
        {
            await rows.ReleaseLease(id, holder, patience.Token);
        }
        catch (Exception failure)
        {
            LogFailed(failure);
        }
    }

    /// <summary>Renews the lease until it is lost.</summary>
    private async Task RenewLease(long id, CancellationTokenSource lost)
    {
        try
        {
            do
            {
                await Task.Delay(settings.Lease / 3, lost.Token);
            }
            while (await rows.Lease(id, holder, lost.Token).WaitAsync(settings.Lease / 3, lost.Token));
            LogLost(id);
        }
        catch (Exception failure) when (failure is OperationCanceledException or TimeoutException)
        {
            // The lease is no longer needed, or the database does not answer, and other hosts may consider it expired.
        }
        finally
        {
            await lost.CancelAsync();
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Another host took over webhook {Subscription}")]
    private partial void LogLost(long subscription);

    [LoggerMessage(Level = LogLevel.Error, Message = "Webhook dispatch failed; the dispatcher continues")]
    private partial void LogFailed(Exception failure);
}
