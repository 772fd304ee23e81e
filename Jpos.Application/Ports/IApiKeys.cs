using Jpos.Domain.Access;

namespace Jpos.Application.Ports;

public interface IApiKeys
{
    Task<ApiKey?> Find(string id, CancellationToken cancellation);

    void Add(ApiKey key);

    /// <summary>Sorted by id.</summary>
    Task<IReadOnlyList<ApiKey>> List(string? after, int most, CancellationToken cancellation);
}
