using Jpos.Application.Ports;
using Jpos.Domain.Webhooks;
using Jpos.Infrastructure.Database;
using Jpos.Infrastructure.Database.Rows;
using Microsoft.EntityFrameworkCore;

namespace Jpos.Infrastructure.Repositories;

internal sealed class WebhookRepository(JposDbContext db, DatabaseEngine engine) : IWebhooks
{
    public Task<Subscription?> Find(long id, CancellationToken cancellation) => db.Subscriptions.SingleOrDefaultAsync(subscription => subscription.Id == id, cancellation);

    public async Task<int> CountToAdd(CancellationToken cancellation)
    {
        await engine.Lock(db, RowLocks.OfSubscriptions, cancellation);
        return await db.Subscriptions.CountAsync(cancellation);
    }

    public void Add(Subscription subscription)
    {
        db.Subscriptions.Add(subscription);
        db.DeliveryLeases.Add(new DeliveryLease { SubscriptionId = subscription.Id, Holder = "", Until = subscription.CreatedAt });
    }

    public void Remove(Subscription subscription)
    {
        db.Subscriptions.Remove(subscription);
        db.DeliveryLeases.Remove(new DeliveryLease { SubscriptionId = subscription.Id, Holder = "", Until = subscription.CreatedAt });
    }

    public async Task<IReadOnlyList<Subscription>> List(long? after, int most, CancellationToken cancellation)
    {
        var found = db.Subscriptions.AsNoTracking();
        found = after is null ? found : found.Where(subscription => subscription.Id > after);
        return await found.OrderBy(subscription => subscription.Id).Take(most).ToListAsync(cancellation);
    }

    public Task<Delivery?> FindDelivery(long subscriptionId, long number, CancellationToken cancellation) =>
        db.Deliveries.SingleOrDefaultAsync(delivery => delivery.Number == number && delivery.SubscriptionId == subscriptionId, cancellation);

    public async Task<IReadOnlyList<Delivery>> Deliveries(long subscriptionId, DeliveryState? state, PageRequest<Delivery> pageRequest, CancellationToken cancellation)
    {
        // Each state is in order by an index; all of them together are not.
        var ofStates = (state is null ? Enum.GetValues<DeliveryState>() : [state.Value]).Select(
            one => db.Deliveries.AsNoTracking().Where(delivery => delivery.SubscriptionId == subscriptionId && delivery.State == one).Paged(pageRequest)).ToList();
        var found = ofStates.Count == 1 ? ofStates[0] : ofStates.Aggregate(Queryable.Concat).Paged(pageRequest);
        return await found.ToListAsync(cancellation);
    }

    public Task<int> ReplayDead(long subscriptionId, DateTime since, DateTime now, CancellationToken cancellation) => db.Deliveries
        .Where(delivery => delivery.SubscriptionId == subscriptionId && delivery.State == DeliveryState.DeadLettered && delivery.At >= since)
        .ExecuteUpdateAsync(
            set => set
                .SetProperty(delivery => delivery.State, DeliveryState.Pending)
                .SetProperty(delivery => delivery.Attempts, 0)
                .SetProperty(delivery => delivery.NextAttemptAt, now)
                .SetProperty(delivery => EF.Property<int>(delivery, JposDbContext.Version), delivery => EF.Property<int>(delivery, JposDbContext.Version) + 1),
            cancellation);
}
