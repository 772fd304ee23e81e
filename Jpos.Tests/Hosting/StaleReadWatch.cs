using System.Collections.Concurrent;
using System.Data.Common;
using Jpos.Infrastructure.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Jpos.Tests.Hosting;

/// <summary>Notes each query of a unit of work that asked while rows were added or removed and not yet written: it read stale rows.</summary>
internal sealed class StaleReadWatch : DbCommandInterceptor
{
    /// <summary>Read by a save while it looks whom to tell of its rows, and only where none of these is pending.</summary>
    private const string Subscriptions = "WebhookSubscriptions";

    private readonly ConcurrentQueue<string> met = new();

    public IReadOnlyCollection<string> Met => met;

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (eventData is { CommandSource: CommandSource.LinqQuery or CommandSource.FromSqlQuery, Context: JposDbContext db } && !command.CommandText.Contains(Subscriptions, StringComparison.Ordinal) && IsPending(db))
        {
            met.Enqueue(command.CommandText);
        }

        return ValueTask.FromResult(result);
    }

    private static bool IsPending(JposDbContext db)
    {
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            return db.ChangeTracker.Entries().Any(entry => entry.State is EntityState.Added or EntityState.Deleted);
        }
        finally
        {
            db.ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }
}
