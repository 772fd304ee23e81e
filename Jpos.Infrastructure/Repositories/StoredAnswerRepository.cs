using Jpos.Application.Ports;
using Jpos.Domain.Protocol;
using Jpos.Domain.VerifyCodes;
using Jpos.Infrastructure.Database;
using Microsoft.EntityFrameworkCore;

namespace Jpos.Infrastructure.Repositories;

internal sealed class StoredAnswerRepository(JposDbContext db) : IStoredAnswers
{
    public async Task<StoredAnswer?> Find(TerminalNumber terminal, byte[] mac, CancellationToken cancellation) =>
        await db.StoredAnswers.FindAsync([terminal, mac], cancellation);

    public async Task Keep(StoredAnswer answered, DateTime now, CancellationToken cancellation)
    {
        var terminal = answered.Terminal;
        await db.StoredAnswers.Where(other => other.Terminal == terminal && other.ExpiresAt < now).ExecuteDeleteAsync(cancellation);
        db.StoredAnswers.Add(answered);
    }
}
