using Jpos.Domain.Tickets;

namespace Jpos.Infrastructure.Repositories;

internal sealed class TicketKindRepository(UnitOfWorkSession session) : ResourceRepository<TicketKind>(session), ITicketKinds
{
    public async Task<IReadOnlyList<TicketKind>> Find(IReadOnlyCollection<long> ids, IReadOnlyCollection<string> names, CancellationToken cancellation)
    {
        var (numbered, named) = (ids.ToArray(), names.ToArray());
        return await (await Session.Query<TicketKind>(cancellation)).Where(kind => EF.Parameter(numbered).Contains(kind.Id) || EF.Parameter(named).Contains(kind.Name)).ToListAsync(cancellation);
    }
}
