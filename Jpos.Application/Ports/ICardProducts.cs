using Jpos.Domain.Cards;

namespace Jpos.Application.Ports;

public interface ICardProducts
{
    /// <summary>Null if there is none.</summary>
    Task<CardProduct?> Find(long id, CancellationToken cancellation);

    /// <summary>Those of some ids that are a product's.</summary>
    Task<IReadOnlyList<CardProduct>> Find(IReadOnlyCollection<long> ids, CancellationToken cancellation);

    /// <summary>Adds a product. It has its id afterwards.</summary>
    Task Add(CardProduct product, CancellationToken cancellation);

    /// <summary>Sorted by id.</summary>
    /// <param name="after">Those with higher ids; null for the first.</param>
    /// <param name="most">How many.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<IReadOnlyList<CardProduct>> List(long? after, int most, CancellationToken cancellation);
}
