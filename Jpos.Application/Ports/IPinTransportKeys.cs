namespace Jpos.Application.Ports;

public interface IPinTransportKeys
{
    /// <summary>Returns the key with this name; null if there is none.</summary>
    Task<PinTransportKey?> Find(string name, CancellationToken cancellation);

    /// <summary>Returns keys sorted by name.</summary>
    /// <param name="after">The cursor: the last name of the previous page; null for the first page.</param>
    /// <param name="most">The most keys to return.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    Task<IReadOnlyList<PinTransportKey>> List(string? after, int most, CancellationToken cancellation);

    void Add(PinTransportKey key);

    void Remove(PinTransportKey key);
}
