using Jpos.Application.Ports;
using Jpos.Domain.Protocol;
using Jpos.Infrastructure.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Jpos.Infrastructure.Dispatch;

/// <summary>Removes kept answers, each in a transaction of its own.</summary>
internal sealed class StoredAnswerRemoval(IServiceScopeFactory scopes, DatabaseEngine engine, SingleWriterLock writer) : IStoredAnswerRemoval
{
    public async Task Remove(TerminalNumber terminal, byte[] mac, CancellationToken cancellation)
    {
        using var semaphoreLease = await writer.Acquire(cancellation);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<JposDbContext>();
        await engine.BeginWriting(db, cancellation);
        await db.StoredAnswers.Where(answered => answered.Terminal == terminal && answered.Mac == mac).ExecuteDeleteAsync(cancellation);
        await engine.Commit(db);
    }
}
