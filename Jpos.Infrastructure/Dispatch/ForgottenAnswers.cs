using Jpos.Application.Ports;
using Jpos.Domain.Protocol;
using Jpos.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Jpos.Infrastructure.Dispatch;

/// <summary>Removes kept answers, each in a transaction of its own.</summary>
internal sealed class ForgottenAnswers(IServiceScopeFactory scopes, DatabaseEngine engine, WriterTurn writer) : IForgottenAnswers
{
    public async Task Forget(TerminalNumber terminal, byte[] mac, CancellationToken cancellation)
    {
        using var turn = await writer.Take(cancellation);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<JposDbContext>();
        await engine.BeginWriting(db, cancellation);
        await db.AnsweredMessages.Where(answered => answered.Terminal == terminal && answered.Mac == mac).ExecuteDeleteAsync(cancellation);
        await engine.Commit(db);
    }
}
