using Jpos.Application.Ports;
using Jpos.Domain.Protocol;
using Jpos.Domain.Terminals;
using Microsoft.EntityFrameworkCore;

namespace Jpos.Infrastructure.Persistence.Repositories;

internal sealed class TerminalRepository(JposDbContext db) : ITerminals
{
    public Task<Terminal?> Find(TerminalNumber number, bool withKeys, CancellationToken cancellation)
    {
        IQueryable<Terminal> terminals = db.Terminals.Include(terminal => terminal.Batch);
        if (withKeys)
        {
            terminals = terminals.Include(terminal => terminal.Keys);
        }

        return terminals.SingleOrDefaultAsync(terminal => terminal.Number == number, cancellation);
    }
}
