using Jpos.Domain.Webhooks;

namespace Jpos.Application.Ports;

/// <summary>The subscriptions and their deliveries.</summary>
public interface IWebhooks
{
    Task<Subscription?> Find(long id, CancellationToken cancellation);

    /// <summary>Returns the number of subscriptions in order to add one. Adding is locked until the unit of work ends.</summary>
    Task<int> CountToAdd(CancellationToken cancellation);

    void Add(Subscription subscription);

    /// <summary>Deletes a subscription; its pending deliveries are never sent.</summary>
    void Remove(Subscription subscription);

    /// <summary>Returns subscriptions sorted by id.</summary>
    /// <param name="after">The cursor: the last id of the previous page; null for the first page.</param>
    /// <param name="most">The most subscriptions to return.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    Task<IReadOnlyList<Subscription>> List(long? after, int most, CancellationToken cancellation);

    /// <summary>Returns a delivery of a subscription.</summary>
    Task<Delivery?> FindDelivery(long subscriptionId, long number, CancellationToken cancellation);

    /// <summary>Returns the deliveries of a subscription.</summary>
    /// <param name="subscriptionId">The subscription's id.</param>
    /// <param name="state">Only deliveries in this state; null for all.</param>
    /// <param name="pageRequest">The requested page.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    Task<IReadOnlyList<Delivery>> Deliveries(long subscriptionId, DeliveryState? state, PageRequest<Delivery> pageRequest, CancellationToken cancellation);

    /// <summary>Redelivers all dead-lettered deliveries of a subscription whose events happened at an instant or later.</summary>
    /// <returns>The number of deliveries.</returns>
    Task<int> ReplayDead(long subscriptionId, DateTime since, DateTime now, CancellationToken cancellation);
}
