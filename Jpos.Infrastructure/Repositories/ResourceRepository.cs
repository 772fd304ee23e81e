namespace Jpos.Infrastructure.Repositories;

internal class ResourceRepository<TRow>(UnitOfWorkSession session) : IResources<TRow>
    where TRow : class
{
    private const string Id = "Id";

    protected UnitOfWorkSession Session => session;

    public async Task<TRow?> Find(long id, CancellationToken cancellation) => await (await session.Query<TRow>(cancellation)).SingleOrDefaultAsync(row => EF.Property<long>(row, Id) == id, cancellation);

    public Task Add(TRow row, CancellationToken cancellation) => session.Insert(row, cancellation);

    public async Task<IReadOnlyList<TRow>> List(long? after, bool isNewestFirst, int most, CancellationToken cancellation)
    {
        var rows = (await session.Query<TRow>(cancellation)).AsNoTracking();
        rows = isNewestFirst
            ? rows.Where(row => EF.Property<long>(row, Id) < (after ?? long.MaxValue)).OrderByDescending(row => EF.Property<long>(row, Id))
            : rows.Where(row => EF.Property<long>(row, Id) > (after ?? 0)).OrderBy(row => EF.Property<long>(row, Id));
        return await rows.Take(most).ToListAsync(cancellation);
    }
}
