using Jpos.Application.Ports;
using Jpos.Domain.Tickets;
using Jpos.Infrastructure.Database;
using Microsoft.EntityFrameworkCore;

namespace Jpos.Infrastructure.Repositories;

internal sealed class TicketRepository(JposDbContext db, DatabaseEngine engine, UnitOfWorkCache rows) : ITickets
{
    public async Task<IReadOnlyList<Ticket>> UsableOfCard(long cardId, DateOnly today, CancellationToken cancellation)
    {
        await rows.Look(cancellation);
        return await db.Tickets
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

        await rows.Look(cancellation);
        return await db.Tickets.Where(ticket => ticket.CardId == cardId && named.Contains(ticket.Id)).ToListAsync(cancellation);
    }

    public async Task<IReadOnlyList<Ticket>> List(long cardId, long? after, int most, CancellationToken cancellation) => await db.Tickets.AsNoTracking()
        .Where(ticket => ticket.CardId == cardId && ticket.Id > (after ?? 0))
        .OrderBy(ticket => ticket.Id)
        .Take(most)
        .ToListAsync(cancellation);

    public async Task Add(IReadOnlyCollection<Ticket> tickets, CancellationToken cancellation)
    {
        db.Tickets.AddRange(tickets);
        await engine.InsertAdded(db, cancellation);
    }
}
