using Jpos.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Jpos.Infrastructure.Dispatch;

/// <summary>Removes what is kept for limits only, when no limit looks back so far: refusals of addresses, and verify codes.</summary>
internal sealed class Sweep(IServiceScopeFactory scopes, DatabaseEngine engine, WriterTurn writer, TimeProvider time)
{
    /// <summary>Longer than the longest limit, which counts the codes of a day.</summary>
    private const int KeptDays = 2;

    public async Task Run(CancellationToken cancellation)
    {
        var before = time.GetUtcNow().UtcDateTime.AddDays(-KeptDays);
        using var turn = await writer.Take(cancellation);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<JposDbContext>();
        await engine.BeginWriting(db, cancellation);
        await db.AddressFailures.Where(failures => failures.Since < before).ExecuteDeleteAsync(cancellation);
        await db.VerifyCodes.Where(code => code.SentAt < before).ExecuteDeleteAsync(cancellation);
        await db.Database.CommitTransactionAsync(CancellationToken.None);
    }
}
