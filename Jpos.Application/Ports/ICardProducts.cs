namespace Jpos.Application.Ports;

public interface ICardProducts : IResources<CardProduct>
{
    /// <summary>Those that have one of some ids, or one of some names; of a name there may be several. An engine may find names that are written a little differently.</summary>
    Task<IReadOnlyList<CardProduct>> Find(IReadOnlyCollection<long> ids, IReadOnlyCollection<string> names, CancellationToken cancellation);

    /// <summary>Which numbers are card numbers of some product, each rule once.</summary>
    Task<IReadOnlyList<CardNumberRule>> NumberRules(CancellationToken cancellation);
}
