using Jpos.Domain.Cards;

namespace Jpos.Infrastructure.Repositories;

internal sealed class PinTransportKeyRepository(UnitOfWorkSession session) : IPinTransportKeys
{
    public async Task<PinTransportKey?> Find(string name, CancellationToken cancellation) => await (await session.Query<PinTransportKey>(cancellation)).SingleOrDefaultAsync(key => key.Name == name, cancellation);

    public async Task<IReadOnlyList<PinTransportKey>> List(string? after, int most, CancellationToken cancellation)
    {
        var found = (await session.Query<PinTransportKey>(cancellation)).AsNoTracking();
        found = after is null ? found : found.Where(key => string.Compare(key.Name, after) > 0);
        return await found.OrderBy(key => key.Name).Take(most).ToListAsync(cancellation);
    }

    public void Add(PinTransportKey key) => session.Add(key);

    public void Remove(PinTransportKey key) => session.Remove(key);
}
