using Jpos.Domain.Imports;

namespace Jpos.Infrastructure.Repositories;

internal sealed class ImportRepository(UnitOfWorkSession session) : IImports
{
    public async Task<Import?> Find(long id, CancellationToken cancellation) => await (await session.Query<Import>(cancellation)).SingleOrDefaultAsync(import => import.Id == id, cancellation);

    public async Task<Import?> Find(ImportKind kind, byte[] digest, CancellationToken cancellation) =>
        await (await session.Query<Import>(cancellation)).SingleOrDefaultAsync(import => import.Digest == digest && import.Kind == kind, cancellation);

    public Task Add(Import import, CancellationToken cancellation) => session.Insert(import, cancellation);

    public Task Write(IEnumerable<ImportError> faults, CancellationToken cancellation) => session.InsertAll(faults, cancellation);

    public async Task<IReadOnlyList<Import>> List(long? before, int most, CancellationToken cancellation)
    {
        var found = (await session.Query<Import>(cancellation)).AsNoTracking();
        found = before is null ? found : found.Where(import => import.Id < before);
        return await found.OrderByDescending(import => import.Id).Take(most).ToListAsync(cancellation);
    }

    public async Task<IReadOnlyList<ImportError>> Faults(long id, int? after, int most, CancellationToken cancellation)
    {
        var found = (await session.Query<ImportError>(cancellation)).AsNoTracking().Where(fault => fault.ImportId == id);
        found = after is null ? found : found.Where(fault => fault.Line > after);
        return await found.OrderBy(fault => fault.Line).Take(most).ToListAsync(cancellation);
    }
}
