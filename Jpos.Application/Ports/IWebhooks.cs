using Jpos.Domain.Webhooks;

namespace Jpos.Application.Ports;

/// <summary>Who is told of events, and what is on its way to them.</summary>
public interface IWebhooks
{
    Task<Subscription?> Find(long id, CancellationToken cancellation);

    /// <summary>How many there are, to add another one: nobody else adds one until the unit of work ends.</summary>
    Task<int> CountToAdd(CancellationToken cancellation);

    void Add(Subscription subscription);

    /// <summary>Takes a subscription away; what is on its way to it is never sent.</summary>
    void Remove(Subscription subscription);

    /// <summary>Sorted by id.</summary>
    /// <param name="after">Those with higher ids; null for the first.</param>
    /// <param name="most">How many.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<IReadOnlyList<Subscription>> List(long? after, int most, CancellationToken cancellation);

    /// <summary>A delivery to a subscription.</summary>
    Task<Delivery?> FindDelivery(long subscriptionId, long number, CancellationToken cancellation);

    /// <summary>Deliveries to a subscription.</summary>
    /// <param name="subscriptionId">The subscription.</param>
    /// <param name="state">Those in this state; null for all.</param>
    /// <param name="pageRequest">Which part of the list.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<IReadOnlyList<Delivery>> Deliveries(long subscriptionId, DeliveryState? state, PageRequest<Delivery> pageRequest, CancellationToken cancellation);

    /// <summary>Has all dead deliveries to a subscription sent again whose events were not before a moment.</summary>
    /// <returns>How many.</returns>
    Task<int> ReplayDead(long subscriptionId, DateTime since, DateTime now, CancellationToken cancellation);
}
