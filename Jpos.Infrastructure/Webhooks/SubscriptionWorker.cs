using Jpos.Domain.Webhooks;
using Jpos.Infrastructure.Settings;
using Microsoft.Extensions.Logging;

namespace Jpos.Infrastructure.Webhooks;

/// <summary>Sends the due deliveries of one subscription: ordering keys in parallel, and the deliveries of each key in order. A failed delivery delays only the later ones of its key.</summary>
internal sealed partial class SubscriptionWorker(DeliveryStore rows, WebhookClient webhookClient, DispatchSignal signal, WebhookSettings settings, TimeProvider time, ILogger<SubscriptionWorker> logger)
{
    /// <summary>The time in which a stopping host still records accepted deliveries, so that they are not sent again.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    /// <summary>Runs until no delivery is due.</summary>
    public async Task Run(long subscriptionId, CancellationToken stop)
    {
        var busy = new Dictionary<string, Task>();
        try
        {
            do
            {
                var signalled = signal.Next;
                foreach (var orderingKey in await rows.DueOrderingKeys(subscriptionId, busy.Keys, settings.Parallel - busy.Count, stop))
                {
                    busy.Add(orderingKey, Follow(subscriptionId, orderingKey, stop));
                }

                if (busy.Count > 0)
                {
                    // With free capacity, new deliveries do not wait for a slow receiver.
                    await Task.WhenAny([.. busy.Values, .. busy.Count < settings.Parallel ? (Task[])[signalled, Task.Delay(settings.PollInterval, stop)] : []]);
                }

                foreach (var (orderingKey, done) in busy.Where(one => one.Value.IsCompleted).ToList())
                {
                    busy.Remove(orderingKey);
                    await done;
                }
            }
            while (busy.Count > 0 || (await rows.DueOrderingKeys(subscriptionId, [], 1, stop)).Count > 0);
        }
        finally
        {
            await Task.WhenAll(busy.Values);
        }
    }

    /// <summary>Sends the deliveries of an ordering key in order until one fails.</summary>
    private async Task Follow(long subscriptionId, string orderingKey, CancellationToken stop)
    {
        for (var isFirst = true; await rows.NextDelivery(subscriptionId, orderingKey, stop) is var (to, delivery); isFirst = false)
        {
            // After a success the next delivery is sent at once, although it was postponed.
            if (isFirst && delivery.NextAttemptAt > time.GetUtcNow().UtcDateTime)
            {
                await rows.PostponeFollowing(delivery, stop);
                return;
            }

            var outcome = await webhookClient.Send(to, delivery, stop);
            using var noting = new CancellationTokenSource();
            await using var stopping = stop.UnsafeRegister(static last => ((CancellationTokenSource)last!).CancelAfter(Grace), noting);
            var state = await rows.RecordAttempt(delivery, outcome, noting.Token);
            LogSent(outcome.IsDelivered ? LogLevel.Debug : LogLevel.Warning, delivery.Number, subscriptionId, delivery.Attempts + 1, outcome.Text, state);
            if (state is DeliveryState.Pending)
            {
                return;
            }
        }
    }

    [LoggerMessage(Message = "Delivery {Number} of webhook {Subscription} ended attempt {Attempt} with {Outcome}, state {State}")]
    private partial void LogSent(LogLevel level, long number, long subscription, int attempt, string outcome, DeliveryState? state);
}
