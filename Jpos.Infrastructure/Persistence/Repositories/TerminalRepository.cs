using Jpos.Application.Ports;
using Jpos.Domain.Protocol;
using Jpos.Domain.Terminals;
using Microsoft.EntityFrameworkCore;

namespace Jpos.Infrastructure.Persistence.Repositories;

internal sealed class TerminalRepository(JposDbContext db, UnitRows rows) : ITerminals
{
    public async Task<Terminal?> Find(TerminalNumber number, bool withKeys, CancellationToken cancellation)
    {
        if (rows.Has(number, out var known))
        {
            return known;
        }

        await rows.Look(cancellation);
        IQueryable<Terminal> terminals = db.Terminals.Include(terminal => terminal.Batch);
        if (withKeys)
        {
            terminals = terminals.Include(terminal => terminal.Keys);
        }

        return await terminals.SingleOrDefaultAsync(terminal => terminal.Number == number, cancellation);
    }
}
