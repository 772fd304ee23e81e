using Jpos.Domain.Webhooks;
using Jpos.Infrastructure.Database.Rows;

namespace Jpos.Infrastructure.Repositories;

internal sealed class WebhookRepository(UnitOfWorkSession session) : IWebhooks
{
    public async Task<Subscription?> Find(long id, CancellationToken cancellation) => await (await session.Query<Subscription>(cancellation)).SingleOrDefaultAsync(subscription => subscription.Id == id, cancellation);

    public async Task<int> CountToAdd(CancellationToken cancellation)
    {
        await session.Lock(RowLocks.OfSubscriptions, cancellation);
        return await (await session.Query<Subscription>(cancellation)).CountAsync(cancellation);
    }

    public void Add(Subscription subscription)
    {
        session.Add(subscription);
        session.Add(new DeliveryLease { SubscriptionId = subscription.Id, Holder = "", Until = subscription.CreatedAt });
    }

    public void Remove(Subscription subscription)
    {
        session.Remove(subscription);
        session.Remove(new DeliveryLease { SubscriptionId = subscription.Id, Holder = "", Until = subscription.CreatedAt });
    }

    public async Task<IReadOnlyList<Subscription>> List(long? after, int most, CancellationToken cancellation)
    {
        var found = (await session.Query<Subscription>(cancellation)).AsNoTracking();
        found = after is null ? found : found.Where(subscription => subscription.Id > after);
        return await found.OrderBy(subscription => subscription.Id).Take(most).ToListAsync(cancellation);
    }

    public async Task<Delivery?> FindDelivery(long subscriptionId, long number, CancellationToken cancellation) =>
        await (await session.Query<Delivery>(cancellation)).SingleOrDefaultAsync(delivery => delivery.Number == number && delivery.SubscriptionId == subscriptionId, cancellation);

    public async Task<IReadOnlyList<Delivery>> Deliveries(long subscriptionId, DeliveryState? state, PageRequest<Delivery> pageRequest, CancellationToken cancellation)
    {
        var deliveries = await session.Query<Delivery>(cancellation);

        // An index orders each state but not all states together.
        var ofStates = (state is null ? Enum.GetValues<DeliveryState>() : [state.Value]).Select(
            one => deliveries.AsNoTracking().Where(delivery => delivery.SubscriptionId == subscriptionId && delivery.State == one).Paged(pageRequest)).ToList();
        var found = ofStates.Count == 1 ? ofStates[0] : ofStates.Aggregate(Queryable.Concat).Paged(pageRequest);
        return await found.ToListAsync(cancellation);
    }

    public async Task<int> ReplayDead(long subscriptionId, DateTime since, DateTime now, CancellationToken cancellation) => await (await session.Query<Delivery>(cancellation))
        .Where(delivery => delivery.SubscriptionId == subscriptionId && delivery.State == DeliveryState.DeadLettered && delivery.At >= since)
        .ExecuteUpdateAsync(
            set => set
                .SetProperty(delivery => delivery.State, DeliveryState.Pending)
                .SetProperty(delivery => delivery.Attempts, 0)
                .SetProperty(delivery => delivery.NextAttemptAt, now)
                .SetProperty(delivery => EF.Property<int>(delivery, JposDbContext.Version), delivery => EF.Property<int>(delivery, JposDbContext.Version) + 1),
            cancellation);
}
