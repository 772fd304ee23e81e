using Jpos.Domain.Access;

namespace Jpos.Application.Ports;

public interface IApiKeys
{
    Task<ApiKey?> Find(string id, CancellationToken cancellation);

    /// <summary>The keys that some keys made, by themselves and not by further ones.</summary>
    Task<IReadOnlyList<ApiKey>> MadeWith(IReadOnlyCollection<string> ids, CancellationToken cancellation);

    void Add(ApiKey key);

    /// <summary>Sorted by id.</summary>
    Task<IReadOnlyList<ApiKey>> List(string? after, int most, CancellationToken cancellation);
}
