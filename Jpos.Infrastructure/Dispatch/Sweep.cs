using Jpos.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Jpos.Infrastructure.Dispatch;

/// <summary>Removes what is kept for a while only: what limits look back at, refusals of addresses and verify codes; and what came of acts of the back office, for their repeats.</summary>
internal sealed class Sweep(IServiceScopeFactory scopes, DatabaseEngine engine, WriterTurn writer, TimeProvider time)
{
    /// <summary>Longer than the longest limit, which counts the codes of a day.</summary>
    private const int KeptDays = 2;

    /// <summary>How long an act of the back office can be repeated without a second effect.</summary>
    private const int ResultsKeptDays = 7;

    public async Task Run(CancellationToken cancellation)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var (before, resultsBefore) = (now.AddDays(-KeptDays), now.AddDays(-ResultsKeptDays));
        using var turn = await writer.Take(cancellation);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<JposDbContext>();
        await engine.BeginWriting(db, cancellation);
        await db.AddressFailures.Where(failures => failures.Since < before).ExecuteDeleteAsync(cancellation);
        await db.VerifyCodes.Where(code => code.SentAt < before).ExecuteDeleteAsync(cancellation);
        await db.KeptResults.Where(kept => kept.At < resultsBefore).ExecuteDeleteAsync(cancellation);
        await db.Database.CommitTransactionAsync(CancellationToken.None);
    }
}
