using Jpos.Domain.Cards;

namespace Jpos.Application.Ports;

public interface ICardProducts
{
    /// <summary>Null if there is none.</summary>
    Task<CardProduct?> Find(long id, CancellationToken cancellation);

    /// <summary>Those that have one of some ids, or one of some names; of a name there may be several. An engine may find names that are written a little differently.</summary>
    Task<IReadOnlyList<CardProduct>> Find(IReadOnlyCollection<long> ids, IReadOnlyCollection<string> names, CancellationToken cancellation);

    /// <summary>Which numbers are card numbers of some product, each rule once.</summary>
    Task<IReadOnlyList<CardNumberRule>> NumberRules(CancellationToken cancellation);

    /// <summary>Adds a product. It has its id afterwards.</summary>
    Task Add(CardProduct product, CancellationToken cancellation);

    /// <summary>Sorted by id.</summary>
    /// <param name="after">Those with higher ids; null for the first.</param>
    /// <param name="most">How many.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<IReadOnlyList<CardProduct>> List(long? after, int most, CancellationToken cancellation);
}
