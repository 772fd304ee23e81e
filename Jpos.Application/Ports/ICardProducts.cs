namespace Jpos.Application.Ports;

public interface ICardProducts : IResources<CardProduct>
{
    /// <summary>Returns the products with some ids or names. A name may match several. An engine may also match names with a slightly different spelling.</summary>
    Task<IReadOnlyList<CardProduct>> Find(IReadOnlyCollection<long> ids, IReadOnlyCollection<string> names, CancellationToken cancellation);

    /// <summary>Returns the distinct rules for card numbers of all products.</summary>
    Task<IReadOnlyList<CardNumberRule>> NumberRules(CancellationToken cancellation);
}
