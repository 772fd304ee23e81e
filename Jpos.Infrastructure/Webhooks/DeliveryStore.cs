using Jpos.Application.BackOffice.Webhooks;
using Jpos.Application.Throttling;
using Jpos.Domain.Access;
using Jpos.Domain.Webhooks;
using Jpos.Infrastructure.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace Jpos.Infrastructure.Webhooks;

/// <summary>
/// Reads and writes the rows of deliveries for the dispatcher, each in a unit of work of its own. Every operation may be repeated after a conflict or while the database is unavailable. Its connection share is limited, so that many subscriptions do not take connections from payments.
/// </summary>
internal sealed class DeliveryStore(TransactionRunner runner, DatabaseEngine engine, WebhookSettings settings, SubscriptionCache known, DispatchSignal signal, IViewSerializer viewSerializer, TerminalTraffic traffic, TimeProvider time)
{
    /// <summary>The most deliveries to read in a search for due ordering keys.</summary>
    private const int ScanLimit = 200;

    /// <summary>The most events to turn into deliveries in one unit of work.</summary>
    private const int DistributedAtOnce = 10;

    /// <summary>The approximate number of deliveries to create in one unit of work. With more subscriptions, a unit takes fewer events.</summary>
    private const int DeliveriesAtOnce = 50;

    /// <summary>The most units of work in a row before the dispatcher looks for due deliveries.</summary>
    private const int DistributionsAtOnce = 10;

    /// <summary>The most attempts to record in one unit of work.</summary>
    private const int NotedAtOnce = 16;

    /// <summary>The ratio of pauses to work. Events may wait longer than customers at a till.</summary>
    private const int RestsPerWork = 9;

    private static readonly Transaction Unit = new(TransactionProfile.Webhooks, ConnectionConsumer.Webhooks, () => "Webhook dispatcher");

    private static readonly EventTypes[] ReadableTypes = Enum.GetValues<EventTypes>();

    private readonly Lock access = new();
    private readonly Queue<Noting> notings = [];
    private bool isNoting;

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>Creates a delivery of each event for each of its subscriptions, a few events in each unit, so that payments run in between.</summary>
    public async Task FanOut(CancellationToken cancellation)
    {
        var pace = new BackgroundThrottle(traffic, RestsPerWork);

        // The check without a write lock is cheap, because usually no event waits. Events that remain after the last unit follow when the signal is set.
        for (var unit = 0; unit < DistributionsAtOnce && await Query(db => Readable(db).AnyAsync(cancellation), cancellation); unit++)
        {
            await Change(FanOut, cancellation);
            signal.Set();
            await pace.Pause(cancellation);
        }
    }

    /// <summary>Returns the subscriptions with due deliveries that this host may serve, because no other host holds their lease.</summary>
    public Task<List<long>> Due(string holder, CancellationToken cancellation) => Query(async db =>
    {
        await known.Refresh(db, cancellation);
        var now = Now;
        var free = await db.Subscriptions
            .Where(one => one.IsEnabled && db.DeliveryLeases.Any(lease => lease.SubscriptionId == one.Id && (lease.Until <= now || lease.Holder == holder)))
            .Select(one => one.Id)
            .ToListAsync(cancellation);

        // One query for each subscription, because a server might read all deliveries for a combined query.
        var due = new List<long>();
        foreach (var id in free)
        {
            if (await db.Deliveries.AnyAsync(delivery => delivery.SubscriptionId == id && delivery.State == DeliveryState.Pending && delivery.NextAttemptAt <= now, cancellation))
            {
                due.Add(id);
            }
        }

        return due;
    }, cancellation);

    /// <summary>Acquires or extends the delivery lease of a subscription.</summary>
    /// <returns>False if another host holds the lease.</returns>
    public Task<bool> Lease(long subscriptionId, string holder, CancellationToken cancellation) => Change(async (db, stop) =>
    {
        var now = Now;
        var until = now + settings.Lease;
        return await db.DeliveryLeases
            .Where(lease => lease.SubscriptionId == subscriptionId && (lease.Until <= now || lease.Holder == holder))
            .ExecuteUpdateAsync(set => set.SetProperty(lease => lease.Holder, holder).SetProperty(lease => lease.Until, until), stop) == 1;
    }, cancellation);

    /// <summary>Releases a lease before its end.</summary>
    public Task ReleaseLease(long subscriptionId, string holder, CancellationToken cancellation) => Change(async (db, stop) =>
    {
        var now = Now;
        return await db.DeliveryLeases
            .Where(lease => lease.SubscriptionId == subscriptionId && lease.Holder == holder)
            .ExecuteUpdateAsync(set => set.SetProperty(lease => lease.Until, now), stop);
    }, cancellation);

    /// <summary>Returns the due ordering keys of a subscription, the longest waiting first. A disabled subscription has none.</summary>
    /// <param name="subscriptionId">The subscription.</param>
    /// <param name="except">The ordering keys that are in progress.</param>
    /// <param name="most">The most keys to return.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    public Task<List<string>> DueOrderingKeys(long subscriptionId, IReadOnlyCollection<string> except, int most, CancellationToken cancellation) => Query(async db =>
    {
        var (now, busy) = (Now, except.ToArray());
        var keys = await db.Deliveries
            .Where(delivery => delivery.SubscriptionId == subscriptionId && delivery.State == DeliveryState.Pending && delivery.NextAttemptAt <= now && !busy.Contains(delivery.OrderingKey))
            .Where(delivery => db.Subscriptions.Any(one => one.Id == delivery.SubscriptionId && one.IsEnabled))
            .OrderBy(delivery => delivery.NextAttemptAt)
            .Select(delivery => delivery.OrderingKey)
            .Take(ScanLimit)
            .ToListAsync(cancellation);
        return keys.Distinct().Take(most).ToList();
    }, cancellation);

    /// <summary>Returns the next delivery of an ordering key with its subscription.</summary>
    /// <returns>Null if no delivery is pending or the subscription is disabled.</returns>
    public Task<(Subscription To, Delivery Delivery)?> NextDelivery(long subscriptionId, string orderingKey, CancellationToken cancellation) => Query<(Subscription, Delivery)?>(async db =>
        await db.Deliveries.AsNoTracking()
            .Where(delivery => delivery.SubscriptionId == subscriptionId && delivery.State == DeliveryState.Pending && delivery.OrderingKey == orderingKey)
            .OrderBy(delivery => delivery.Number)
            .FirstOrDefaultAsync(cancellation) is { } first
        && await db.Subscriptions.AsNoTracking().SingleOrDefaultAsync(one => one.Id == subscriptionId && one.IsEnabled, cancellation) is { } to
            ? (to, first)
            : null, cancellation);

    /// <summary>Postpones the later deliveries of an ordering key until the first one is due.</summary>
    public Task PostponeFollowing(Delivery first, CancellationToken cancellation) => Change((db, stop) => PostponeFollowing(db, first, first.NextAttemptAt, stop), cancellation);

    /// <summary>Records the result of an attempt, together with other results in one unit of work. Separate units would delay payments.</summary>
    /// <param name="sent">The delivery that was sent.</param>
    /// <param name="outcome">The result.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    /// <returns>The new state; null if the delivery no longer exists.</returns>
    public Task<DeliveryState?> RecordAttempt(Delivery sent, DeliveryOutcome outcome, CancellationToken cancellation)
    {
        var noting = new Noting(sent, outcome, cancellation);
        lock (access)
        {
            notings.Enqueue(noting);
            if (!isNoting)
            {
                isNoting = true;
                _ = Task.Run(NoteAll, CancellationToken.None);
            }
        }

        return noting.Done.Task.WaitAsync(cancellation);
    }

    private async Task NoteAll()
    {
        var pace = new BackgroundThrottle(traffic, RestsPerWork);
        while (Take() is { Count: > 0 } taken)
        {
            try
            {
                using var stop = new DetachedCancellation(taken.Select(one => one.Cancellation));
                var states = await Change((db, driver) => RecordAttempt(db, taken, driver), stop.Token);
                for (var each = 0; each < taken.Count; each++)
                {
                    taken[each].Done.TrySetResult(states[each]);
                }
            }
            catch (OperationCanceledException)
            {
                // Only the caller that gave up is removed; the other results are recorded by the next unit.
                taken.ForEach(Requeue);
            }
            catch (Exception failure)
            {
                taken.ForEach(one => one.Done.TrySetException(failure));
            }

            await pace.Pause(CancellationToken.None);
        }
    }

    private void Requeue(Noting noting)
    {
        lock (access)
        {
            notings.Enqueue(noting);
        }
    }

    private List<Noting> Take()
    {
        var taken = new List<Noting>();
        lock (access)
        {
            while (taken.Count < NotedAtOnce && notings.TryDequeue(out var next))
            {
                if (!next.Cancellation.IsCancellationRequested)
                {
                    taken.Add(next);
                }
            }

            isNoting = taken.Count > 0;
        }

        return taken;
    }

    private async Task<List<DeliveryState?>> RecordAttempt(JposDbContext db, List<Noting> taken, CancellationToken cancellation)
    {
        var numbers = taken.Select(one => one.Sent.Number).ToArray();
        var deliveries = await db.Deliveries.Where(delivery => numbers.Contains(delivery.Number)).ToDictionaryAsync(delivery => delivery.Number, cancellation);
        var states = new List<DeliveryState?>();
        foreach (var (sent, outcome) in taken.Select(one => (one.Sent, one.Outcome)))
        {
            states.Add(deliveries.TryGetValue(sent.Number, out var delivery) ? await RecordAttempt(db, delivery, outcome, cancellation) : null);
        }

        return states;
    }

    private async Task<DeliveryState> RecordAttempt(JposDbContext db, Delivery delivery, DeliveryOutcome outcome, CancellationToken cancellation)
    {
        var now = Now;
        if (outcome.IsDelivered)
        {
            delivery.MarkDelivered(outcome.Text, now);
        }
        else if (outcome.IsGone)
        {
            await DisableSubscription(db, delivery.SubscriptionId, now, cancellation);
            delivery.MarkFailed(outcome.Text, now);
        }
        else if (delivery.State is DeliveryState.Pending)
        {
            delivery.MarkFailed(outcome.Text, now + settings.PauseAfter(delivery.Attempts + 1, outcome.RetryAfter));
            await (delivery.State is DeliveryState.Pending ? PostponeFollowing(db, delivery, delivery.NextAttemptAt, cancellation) : Task.CompletedTask);
        }

        return delivery.State;
    }

    /// <summary>Skips events of unknown types, so that an event of a newer version does not block others.</summary>
    private static IQueryable<OutboxEvent> Readable(JposDbContext db) => db.Outbox.Where(one => ReadableTypes.Contains(one.Type));

    private async Task<int> FanOut(JposDbContext db, CancellationToken cancellation)
    {
        await engine.Lock(db, RowLocks.OfOutbox, cancellation);
        HashSet<long> existing = [.. await db.Subscriptions.Select(one => one.Id).ToListAsync(cancellation)];
        var most = Math.Clamp(DeliveriesAtOnce / Math.Max(1, existing.Count), 1, DistributedAtOnce);
        var events = await Readable(db).OrderBy(one => one.Number).Take(most).ToListAsync(cancellation);
        db.Deliveries.AddRange(events.SelectMany(one => one.Deliveries(existing)));
        await engine.InsertAdded(db, cancellation);
        db.Outbox.RemoveRange(events);
        return events.Count;
    }

    private async Task DisableSubscription(JposDbContext db, long subscriptionId, DateTime now, CancellationToken cancellation)
    {
        if (await db.Subscriptions.SingleOrDefaultAsync(one => one.Id == subscriptionId, cancellation) is { IsEnabled: true } subscription)
        {
            var before = WebhookView.Of(subscription);
            subscription.Disable(now);
            db.Audit.Add(new AuditEntry(
                now, "host", nameof(Subscription.Disable), WebhookView.Subject(subscriptionId), Written(before), Written(WebhookView.Of(subscription))));
        }
    }

    private string Written(WebhookView view) => viewSerializer.Serialize(LoggedWebhook.Of(view));

    private static Task<int> PostponeFollowing(JposDbContext db, Delivery first, DateTime due, CancellationToken cancellation) => db.Deliveries
        .Where(delivery => delivery.SubscriptionId == first.SubscriptionId
            && delivery.State == DeliveryState.Pending
            && delivery.OrderingKey == first.OrderingKey
            && delivery.Number > first.Number
            && delivery.NextAttemptAt < due)
        .ExecuteUpdateAsync(set => set.SetProperty(delivery => delivery.NextAttemptAt, due), cancellation);

    private Task<T> Query<T>(Func<JposDbContext, Task<T>> query, CancellationToken cancellation) => runner.Ask(ConnectionConsumer.Webhooks, query, cancellation);

    private Task<T> Change<T>(Func<JposDbContext, CancellationToken, Task<T>> change, CancellationToken cancellation) =>
        runner.Write(Unit, (services, stop) => change(services.GetRequiredService<JposDbContext>(), stop), cancellation);

    /// <summary>The result of an attempt that waits to be recorded.</summary>
    private sealed record Noting(Delivery Sent, DeliveryOutcome Outcome, CancellationToken Cancellation)
    {
        public TaskCompletionSource<DeliveryState?> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
