using Jpos.Domain.Stores;

namespace Jpos.Infrastructure.Repositories;

internal sealed class StoreRepository(UnitOfWorkSession session, UnitOfWorkCache cache) : IStores
{
    public async Task<Store?> Find(StoreNumber number, CancellationToken cancellation)
    {
        if (cache.Has(number, out var known))
        {
            return known;
        }

        return await (await session.Query<Store>(cancellation)).Include(store => store.Operators).SingleOrDefaultAsync(store => store.Number == number, cancellation);
    }

    public async Task<IReadOnlyList<string>> TimeZones(IReadOnlyCollection<StoreNumber> only, CancellationToken cancellation)
    {
        var found = (await session.Query<Store>(cancellation)).AsNoTracking();
        found = only.Count == 0 ? found : found.Where(store => only.Contains(store.Number));
        return await found.Select(store => store.TimeZone).Distinct().OrderBy(zone => zone).Take(2).ToListAsync(cancellation);
    }

    public void Add(Store store) => session.Add(store);

    public void MarkChanged(Store store) => session.Touch(store, nameof(Store.Name));

    public async Task<IReadOnlyList<Store>> List(IReadOnlyCollection<StoreNumber> only, bool? isOpen, PageRequest<Store> pageRequest, CancellationToken cancellation)
    {
        var found = (await session.Query<Store>(cancellation)).AsNoTracking();
        found = only.Count == 0 ? found : found.Where(store => only.Contains(store.Number));
        found = isOpen is null ? found : found.Where(store => store.IsOpen == isOpen);
        return await found.Paged(pageRequest).Include(store => store.Operators).ToListAsync(cancellation);
    }
}
