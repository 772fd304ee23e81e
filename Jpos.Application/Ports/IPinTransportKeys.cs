namespace Jpos.Application.Ports;

public interface IPinTransportKeys
{
    /// <summary>Returns the key with this name; null if there is none.</summary>
    Task<PinTransportKey?> Find(string name, CancellationToken cancellation);

    /// <summary>Returns keys sorted by name.</summary>
    /// <param name="after">Those with later names; null for the first.</param>
    /// <param name="most">How many.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<IReadOnlyList<PinTransportKey>> List(string? after, int most, CancellationToken cancellation);

    void Add(PinTransportKey key);

    void Remove(PinTransportKey key);
}
