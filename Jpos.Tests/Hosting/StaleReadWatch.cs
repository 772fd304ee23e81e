using System.Collections.Concurrent;
using System.Data.Common;
using Jpos.Infrastructure.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Jpos.Tests.Hosting;

/// <summary>Notes each query of a unit of work that asked while rows were added or removed and not yet written: it read stale rows.</summary>
internal sealed class StaleReadWatch : DbCommandInterceptor, ISaveChangesInterceptor
{
    private readonly ConcurrentDictionary<DbContext, bool> saving = [];
    private readonly ConcurrentQueue<string> met = new();

    public IReadOnlyCollection<string> Met => met;

    public ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        saving[eventData.Context!] = true;
        return ValueTask.FromResult(result);
    }

    public ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        saving.TryRemove(eventData.Context!, out _);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (eventData is { CommandSource: CommandSource.LinqQuery or CommandSource.FromSqlQuery, Context: JposDbContext db } && !saving.ContainsKey(db) && IsPending(db))
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
