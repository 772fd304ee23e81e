using Jpos.Domain.Access;

namespace Jpos.Infrastructure.Repositories;

internal sealed class ApiKeyRepository(UnitOfWorkSession session) : IApiKeys
{
    public async Task<ApiKey?> Find(string id, CancellationToken cancellation) => await (await session.Query<ApiKey>(cancellation)).SingleOrDefaultAsync(key => key.Id == id, cancellation);

    public async Task<IReadOnlyList<ApiKey>> MadeWith(IReadOnlyCollection<string> ids, CancellationToken cancellation)
    {
        var named = ids.ToArray();
        return await (await session.Query<ApiKey>(cancellation)).Where(key => EF.Parameter(named).Contains(key.MadeWith)).OrderBy(key => key.Id).ToListAsync(cancellation);
    }

    public void Add(ApiKey key) => session.Add(key);

    public async Task<IReadOnlyList<ApiKey>> List(string? after, int most, CancellationToken cancellation) =>
        await (await session.Query<ApiKey>(cancellation)).AsNoTracking().Where(key => after == null || string.Compare(key.Id, after) > 0).OrderBy(key => key.Id).Take(most).ToListAsync(cancellation);
}
