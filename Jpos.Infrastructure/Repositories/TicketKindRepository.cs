using Jpos.Application.Ports;
using Jpos.Domain.Tickets;
using Jpos.Infrastructure.Database;
using Microsoft.EntityFrameworkCore;

namespace Jpos.Infrastructure.Repositories;

internal sealed class TicketKindRepository(UnitOfWorkSession session) : ITicketKinds
{
    public async Task<TicketKind?> Find(long id, CancellationToken cancellation) => await (await session.Query<TicketKind>(cancellation)).SingleOrDefaultAsync(kind => kind.Id == id, cancellation);

    public async Task<IReadOnlyList<TicketKind>> Find(IReadOnlyCollection<long> ids, IReadOnlyCollection<string> names, CancellationToken cancellation)
    {
        var (numbered, named) = (ids.ToArray(), names.ToArray());
        return await (await session.Query<TicketKind>(cancellation)).Where(kind => EF.Parameter(numbered).Contains(kind.Id) || EF.Parameter(named).Contains(kind.Name)).ToListAsync(cancellation);
    }

    public Task Add(TicketKind kind, CancellationToken cancellation) => session.Insert(kind, cancellation);

    public async Task<IReadOnlyList<TicketKind>> List(long? after, int most, CancellationToken cancellation) =>
        await (await session.Query<TicketKind>(cancellation)).AsNoTracking().Where(kind => kind.Id > (after ?? 0)).OrderBy(kind => kind.Id).Take(most).ToListAsync(cancellation);
}
