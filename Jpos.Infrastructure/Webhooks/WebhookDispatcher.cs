using System.Security.Cryptography;
using Jpos.Application.Throttling;
using Jpos.Infrastructure.Hosting;
using Jpos.Infrastructure.Settings;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Jpos.Infrastructure.Webhooks;

/// <summary>
/// Sends what waits. Of all hosts one at a time sends to a subscription, the one that has its lease. It wakes when this host has committed an event, and looks about once a second, or as often as the shortest pause asks for, for those of other hosts, and for what is to be tried again.
/// </summary>
internal sealed partial class WebhookDispatcher(DeliveryStore rows, SubscriptionWorker subscriptionWorker, DispatchSignal bell, WebhookSettings settings, TerminalTraffic traffic, IHostApplicationLifetime lifetime, ILogger<WebhookDispatcher> logger) : StartedHostService(lifetime)
{
    private const int HolderBytes = 16;

    private const int JitterHundredths = 25;

    /// <summary>The longest time between two looks at the database.</summary>
    public static readonly TimeSpan LongestPause = Pause * (1 + (JitterHundredths / 100d));

    private static TimeSpan Pause => TimeSpan.FromSeconds(1);

    /// <summary>How long a lease is tried to be given back.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    /// <summary>This host, as leases name it: another one after each start.</summary>
    private readonly string holder = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(HolderBytes));
    private readonly Dictionary<long, Task> served = [];

    protected override async Task Run(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                var rung = bell.Next;
                await StartDue(stoppingToken);
                await rung.WaitAsync(settings.LookInterval * WebhookSettings.Jitter(JitterHundredths), stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                stoppingToken.ThrowIfCancellationRequested();
            }
        }
        finally
        {
            await Task.WhenAll(served.Values);
        }
    }

    /// <summary>Begins to serve whom nobody serves.</summary>
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

            // Each payment rings the bell: looking after each of them would take a processor.
            await pace.Pause(stop);
        }
        catch (Exception failure) when (!stop.IsCancellationRequested)
        {
            LogFailed(failure);
        }
    }

    /// <summary>Serves a subscription for as long as something is due and the lease lasts.</summary>
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
            // The host stops, or another one has taken over.
        }
        catch (Exception failure)
        {
            LogFailed(failure);
        }
    }

    /// <summary>Gives a lease back; if that cannot be, it ends by itself.</summary>
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

    /// <summary>Has the lease last until it is lost.</summary>
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
            // It is not needed any more, or the database does not answer: others may think that it has ended.
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
