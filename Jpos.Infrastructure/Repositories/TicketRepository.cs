using Jpos.Domain.Accounts;
using Jpos.Domain.Tickets;

namespace Jpos.Infrastructure.Repositories;

internal sealed class TicketRepository(UnitOfWorkSession session) : ITickets
{
    public async Task<IReadOnlyList<Ticket>> UsableOfAccount(long accountId, DateOnly today, CancellationToken cancellation)
    {
        return await (await session.Query<Ticket>(cancellation))
            .Where(ticket => ticket.AccountId == accountId && ticket.Remaining > 0 && ticket.ValidThrough >= today)
            .OrderBy(ticket => ticket.Id)
            .ToListAsync(cancellation);
    }

    public async Task<IReadOnlyList<Ticket>> OfAccount(long accountId, IEnumerable<long> ids, CancellationToken cancellation)
    {
        var named = ids.ToArray();
        if (named.Length == 0)
        {
            return [];
        }

        return await (await session.Query<Ticket>(cancellation)).Where(ticket => ticket.AccountId == accountId && named.Contains(ticket.Id)).ToListAsync(cancellation);
    }

    public async Task<IReadOnlyList<Ticket>> List(long accountId, long? after, int most, CancellationToken cancellation) => await (await session.Query<Ticket>(cancellation)).AsNoTracking()
        .Where(ticket => ticket.AccountId == accountId && ticket.Id > (after ?? 0))
        .OrderBy(ticket => ticket.Id)
        .Take(most)
        .ToListAsync(cancellation);

    public async Task Move(PointAccount from, PointAccount into, CancellationToken cancellation)
    {
        foreach (var ticket in await (await session.Query<Ticket>(cancellation)).Where(ticket => ticket.AccountId == from.Id).ToListAsync(cancellation))
        {
            ticket.MoveTo(into.Id);
        }
    }

    public Task Add(IReadOnlyCollection<Ticket> tickets, CancellationToken cancellation) => session.InsertAll(tickets, cancellation);
}
