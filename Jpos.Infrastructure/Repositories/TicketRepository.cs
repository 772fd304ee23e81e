using Jpos.Domain.Tickets;

namespace Jpos.Infrastructure.Repositories;

internal sealed class TicketRepository(UnitOfWorkSession session) : ITickets
{
    public async Task<IReadOnlyList<Ticket>> UsableOfCard(long cardId, DateOnly today, CancellationToken cancellation)
    {
        return await (await session.Query<Ticket>(cancellation))
            .Where(ticket => ticket.CardId == cardId && ticket.Remaining > 0 && ticket.ValidThrough >= today)
            .OrderBy(ticket => ticket.Id)
            .ToListAsync(cancellation);
    }

    public async Task<IReadOnlyList<Ticket>> OfCard(long cardId, IEnumerable<long> ids, CancellationToken cancellation)
    {
        var named = ids.ToArray();
        if (named.Length == 0)
        {
            return [];
        }

        return await (await session.Query<Ticket>(cancellation)).Where(ticket => ticket.CardId == cardId && named.Contains(ticket.Id)).ToListAsync(cancellation);
    }

    public async Task<IReadOnlyList<Ticket>> List(long cardId, long? after, int most, CancellationToken cancellation) => await (await session.Query<Ticket>(cancellation)).AsNoTracking()
        .Where(ticket => ticket.CardId == cardId && ticket.Id > (after ?? 0))
        .OrderBy(ticket => ticket.Id)
        .Take(most)
        .ToListAsync(cancellation);

    public Task Add(IReadOnlyCollection<Ticket> tickets, CancellationToken cancellation) => session.InsertAll(tickets, cancellation);
}
