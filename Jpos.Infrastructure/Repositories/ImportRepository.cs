using Jpos.Application.Ports;
using Jpos.Domain.Imports;
using Jpos.Infrastructure.Database;
using Microsoft.EntityFrameworkCore;

namespace Jpos.Infrastructure.Repositories;

internal sealed class ImportRepository(JposDbContext db, DatabaseEngine engine) : IImports
{
    public Task<Import?> Find(long id, CancellationToken cancellation) => db.Imports.SingleOrDefaultAsync(import => import.Id == id, cancellation);

    public Task<Import?> Find(ImportKind kind, byte[] digest, CancellationToken cancellation) =>
        db.Imports.SingleOrDefaultAsync(import => import.Digest == digest && import.Kind == kind, cancellation);

    public async Task Add(Import import, CancellationToken cancellation)
    {
        db.Imports.Add(import);
        await db.SaveChangesAsync(cancellation);
    }

    public Task Write(IEnumerable<ImportError> faults, CancellationToken cancellation)
    {
        db.ImportErrors.AddRange(faults);
        return engine.InsertAdded(db, cancellation);
    }

    public async Task<IReadOnlyList<Import>> List(long? before, int most, CancellationToken cancellation)
    {
        var found = db.Imports.AsNoTracking();
        found = before is null ? found : found.Where(import => import.Id < before);
        return await found.OrderByDescending(import => import.Id).Take(most).ToListAsync(cancellation);
    }

    public async Task<IReadOnlyList<ImportError>> Faults(long id, int? after, int most, CancellationToken cancellation)
    {
        var found = db.ImportErrors.AsNoTracking().Where(fault => fault.ImportId == id);
        found = after is null ? found : found.Where(fault => fault.Line > after);
        return await found.OrderBy(fault => fault.Line).Take(most).ToListAsync(cancellation);
    }
}
