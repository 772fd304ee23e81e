using Jpos.Application.Ports;
using Jpos.Domain.Tickets;
using Jpos.Infrastructure.Database;
using Microsoft.EntityFrameworkCore;

namespace Jpos.Infrastructure.Repositories;

internal sealed class TicketKindRepository(JposDbContext db) : ITicketKinds
{
    public Task<TicketKind?> Find(long id, CancellationToken cancellation) => db.TicketKinds.SingleOrDefaultAsync(kind => kind.Id == id, cancellation);

    public async Task<IReadOnlyList<TicketKind>> Find(IReadOnlyCollection<long> ids, IReadOnlyCollection<string> names, CancellationToken cancellation)
    {
        var (numbered, named) = (ids.ToArray(), names.ToArray());
        return await db.TicketKinds.Where(kind => EF.Parameter(numbered).Contains(kind.Id) || EF.Parameter(named).Contains(kind.Name)).ToListAsync(cancellation);
    }

    public async Task Add(TicketKind kind, CancellationToken cancellation)
    {
        db.TicketKinds.Add(kind);
        await db.SaveChangesAsync(cancellation);
    }

    public async Task<IReadOnlyList<TicketKind>> List(long? after, int most, CancellationToken cancellation) =>
        await db.TicketKinds.AsNoTracking().Where(kind => kind.Id > (after ?? 0)).OrderBy(kind => kind.Id).Take(most).ToListAsync(cancellation);
}
