using Jpos.Application.Ports;
using Jpos.Domain.Protocol;
using Jpos.Domain.Terminals;
using Microsoft.EntityFrameworkCore;

namespace Jpos.Infrastructure.Persistence.Repositories;

internal sealed class TerminalRepository(JposDbContext db) : ITerminals
{
    public Task<Terminal?> Find(TerminalNumber number, CancellationToken cancellation) =>
        db.Terminals.Include(terminal => terminal.Batch).SingleOrDefaultAsync(terminal => terminal.Number == number, cancellation);

    public Task LoadKeys(Terminal terminal, CancellationToken cancellation) =>
        db.Entry(terminal).Collection(owner => owner.Keys).LoadAsync(cancellation);
}
