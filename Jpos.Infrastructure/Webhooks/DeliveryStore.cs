using Jpos.Application.BackOffice.Webhooks;
using Jpos.Application.Throttling;
using Jpos.Domain.Access;
using Jpos.Domain.Webhooks;
using Jpos.Infrastructure.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace Jpos.Infrastructure.Webhooks;

/// <summary>
/// What the courier asks the database and tells it, each in a unit of work of its own. All of it may be done again: after a conflict, or while the database is away. However many subscriptions there are, payments do not run out of connections for them.
/// </summary>
internal sealed class DeliveryStore(TransactionRunner runner, DatabaseEngine engine, WebhookSettings settings, SubscriptionCache known, DispatchSignal bell, IViewSerializer viewSerializer, TerminalTraffic traffic, TimeProvider time)
{
    /// <summary>So many deliveries are looked at to find lines that are due.</summary>
    private const int ScanLimit = 200;

    /// <summary>So many events become deliveries in one unit of work, at most.</summary>
    private const int DistributedAtOnce = 10;

    /// <summary>About so many deliveries are made in one unit of work: the more subscriptions there are, the fewer events are taken.</summary>
    private const int DeliveriesAtOnce = 50;

    /// <summary>So many units of work follow each other before the courier looks for what is due.</summary>
    private const int DistributionsAtOnce = 10;

    /// <summary>What became of so many attempts is noted in one unit of work.</summary>
    private const int NotedAtOnce = 16;

    /// <summary>Events can wait longer than who stands at a till.</summary>
    private const int RestsPerWork = 9;

    private static readonly Transaction Unit = new(TransactionProfile.Webhooks, ConnectionConsumer.Webhooks, () => "The webhook dispatcher");

    private static readonly EventTypes[] ReadableTypes = Enum.GetValues<EventTypes>();

    private readonly Lock access = new();
    private readonly Queue<Noting> notings = [];
    private bool isNoting;

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>Makes a delivery of each event for each subscription that is told of it: a few events at a time, so that payments come in between.</summary>
    public async Task FanOut(CancellationToken cancellation)
    {
        var pace = new BackgroundThrottle(traffic, RestsPerWork);

        // Most often there is nothing: that costs no payment its turn. What still waits after these is seen to when the bell has rung.
        for (var unit = 0; unit < DistributionsAtOnce && await Query(db => Readable(db).AnyAsync(cancellation), cancellation); unit++)
        {
            await Change(FanOut, cancellation);
            bell.Set();
            await pace.Pause(cancellation);
        }
    }

    /// <summary>Subscriptions for which something is due that this host may have: nobody else has them now.</summary>
    public Task<List<long>> Due(string holder, CancellationToken cancellation) => Query(async db =>
    {
        await known.Refresh(db, cancellation);
        var now = Now;
        var free = await db.Subscriptions
            .Where(one => one.IsEnabled && db.DeliveryLeases.Any(lease => lease.SubscriptionId == one.Id && (lease.Until <= now || lease.Holder == holder)))
            .Select(one => one.Id)
            .ToListAsync(cancellation);

        // One after the other: asked for all at once, a server may read the deliveries of all.
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

    /// <summary>Takes a subscription's lease, or has it last longer.</summary>
    /// <returns>False if another host has it.</returns>
    public Task<bool> Lease(long subscriptionId, string holder, CancellationToken cancellation) => Change(async (db, stop) =>
    {
        var now = Now;
        var until = now + settings.Lease;
        return await db.DeliveryLeases
            .Where(lease => lease.SubscriptionId == subscriptionId && (lease.Until <= now || lease.Holder == holder))
            .ExecuteUpdateAsync(set => set.SetProperty(lease => lease.Holder, holder).SetProperty(lease => lease.Until, until), stop) == 1;
    }, cancellation);

    /// <summary>Gives a lease back before it ends.</summary>
    public Task ReleaseLease(long subscriptionId, string holder, CancellationToken cancellation) => Change(async (db, stop) =>
    {
        var now = Now;
        return await db.DeliveryLeases
            .Where(lease => lease.SubscriptionId == subscriptionId && lease.Holder == holder)
            .ExecuteUpdateAsync(set => set.SetProperty(lease => lease.Until, now), stop);
    }, cancellation);

    /// <summary>Lines of a subscription of which something is due, those that wait longest first; none if it is not enabled any more, whatever still waits.</summary>
    /// <param name="subscriptionId">The subscription.</param>
    /// <param name="except">Lines that are being seen to.</param>
    /// <param name="most">How many.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<List<string>> DueOrderingKeys(long subscriptionId, IReadOnlyCollection<string> except, int most, CancellationToken cancellation) => Query(async db =>
    {
        var (now, busy) = (Now, except.ToArray());
        var lines = await db.Deliveries
            .Where(delivery => delivery.SubscriptionId == subscriptionId && delivery.State == DeliveryState.Pending && delivery.NextAttemptAt <= now && !busy.Contains(delivery.OrderingKey))
            .Where(delivery => db.Subscriptions.Any(one => one.Id == delivery.SubscriptionId && one.IsEnabled))
            .OrderBy(delivery => delivery.NextAttemptAt)
            .Select(delivery => delivery.OrderingKey)
            .Take(ScanLimit)
            .ToListAsync(cancellation);
        return lines.Distinct().Take(most).ToList();
    }, cancellation);

    /// <summary>What is to be sent next of a line, and to whom.</summary>
    /// <returns>Null if nothing is: the line is at its end, or the subscription is not enabled any more.</returns>
    public Task<(Subscription To, Delivery Delivery)?> NextDelivery(long subscriptionId, string line, CancellationToken cancellation) => Query<(Subscription, Delivery)?>(async db =>
        await db.Deliveries.AsNoTracking()
            .Where(delivery => delivery.SubscriptionId == subscriptionId && delivery.State == DeliveryState.Pending && delivery.OrderingKey == line)
            .OrderBy(delivery => delivery.Number)
            .FirstOrDefaultAsync(cancellation) is { } first
        && await db.Subscriptions.AsNoTracking().SingleOrDefaultAsync(one => one.Id == subscriptionId && one.IsEnabled, cancellation) is { } to
            ? (to, first)
            : null, cancellation);

    /// <summary>The rest of a line is not due before its first one is.</summary>
    public Task PostponeFollowing(Delivery first, CancellationToken cancellation) => Change((db, stop) => PostponeFollowing(db, first, first.NextAttemptAt, stop), cancellation);

    /// <summary>Notes what became of an attempt, in one unit of work with what became of others meanwhile: each by itself would take a turn from payments.</summary>
    /// <param name="sent">What was sent.</param>
    /// <param name="outcome">What became of it.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Its state now; null if it is not there any more.</returns>
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
                // Who gave up did so alone.
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

    /// <summary>An event whose type this version cannot read stays where it is, and holds up no other.</summary>
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

    /// <summary>What became of an attempt, until it is noted.</summary>
    private sealed record Noting(Delivery Sent, DeliveryOutcome Outcome, CancellationToken Cancellation)
    {
        public TaskCompletionSource<DeliveryState?> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
