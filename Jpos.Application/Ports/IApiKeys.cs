using Jpos.Domain.Access;

namespace Jpos.Application.Ports;

public interface IApiKeys
{
    Task<ApiKey?> Find(string id, CancellationToken cancellation);

    /// <summary>Returns the keys that some keys created directly.</summary>
    Task<IReadOnlyList<ApiKey>> MadeWith(IReadOnlyCollection<string> ids, CancellationToken cancellation);

    void Add(ApiKey key);

    /// <summary>Returns keys sorted by id.</summary>
    Task<IReadOnlyList<ApiKey>> List(string? after, int most, CancellationToken cancellation);
}
