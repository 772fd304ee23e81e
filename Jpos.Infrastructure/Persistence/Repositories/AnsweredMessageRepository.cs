using Jpos.Application.Ports;
using Jpos.Domain.Protocol;
using Jpos.Domain.Verification;
using Microsoft.EntityFrameworkCore;

namespace Jpos.Infrastructure.Persistence.Repositories;

internal sealed class AnsweredMessageRepository(JposDbContext db) : IAnsweredMessages
{
    public async Task<AnsweredMessage?> Find(TerminalNumber terminal, byte[] mac, CancellationToken cancellation) =>
        await db.AnsweredMessages.FindAsync([terminal, mac], cancellation);

    public async Task Keep(AnsweredMessage answered, DateTime now, CancellationToken cancellation)
    {
        var terminal = answered.Terminal;
        await db.AnsweredMessages.Where(other => other.Terminal == terminal && other.KeptUntil < now).ExecuteDeleteAsync(cancellation);
        db.AnsweredMessages.Add(answered);
    }
}
