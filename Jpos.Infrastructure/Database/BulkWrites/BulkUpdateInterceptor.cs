using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Jpos.Infrastructure.Database.BulkWrites;

/// <summary>
/// Writes similar rows of a save, such as the journal entries of a unit of work, with one statement for each group (ADR 21).
/// An interceptor that adds rows to a save or reads them must run before this one. EF writes the remaining rows.
/// </summary>
/// <param name="fewest">The fewest rows that justify a statement of their own. Smaller groups are left to EF.</param>
internal abstract class BulkUpdateInterceptor(int fewest) : SaveChangesInterceptor
{
    private readonly ConcurrentDictionary<IEntityType, RowTable> tables = [];

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        // Outside a unit of work, EF makes the save atomic itself.
        if (eventData.Context is JposDbContext { Database.CurrentTransaction: not null } db)
        {
            await Write(db, cancellationToken);
        }

        return result;
    }

    /// <summary>Creates the statements in the SQL dialect of the engine.</summary>
    protected abstract RowStatements NewStatements();

    private RowTable TableOf(IEntityType kind) => tables.GetOrAdd(kind, static kind => new RowTable(kind));

    /// <exception cref="DbUpdateConcurrencyException">A row has changed since it was read.</exception>
    private async Task Write(JposDbContext db, CancellationToken cancellation)
    {
        var statements = NewStatements();
        var written = new HashSet<EntityEntry>();
        var added = BulkInsert.Of(db);
        var rows = db.ChangeTracker.Entries().ToList();
        var removed = rows.Where(row => row.State is EntityState.Deleted).Select(row => row.Metadata).ToHashSet();
        var changed = rows.Where(row => row.State is EntityState.Modified && !removed.Contains(row.Metadata)).ToList();

        // Updates come first, because they may free unique values for new rows. Rows that refer to new rows wait for those and are left to EF, and so are rows that depend on them.
        foreach (var alike in changed
            .Where(row => TableOf(row.Metadata) is { TakesChanges: true } table && !table.RefersTo(added.Keys, row))
            .GroupBy(row => (row.Metadata, TableOf(row.Metadata).Changes(row)))
            .Select(alike => alike.ToList())
            .Where(alike => alike.Count >= fewest))
        {
            var table = TableOf(alike[0].Metadata);
            statements.Update(table, [.. table.Changed(alike[0])], [.. alike.OrderBy(table.Keys[0].Stored)]);
            written.UnionWith(alike);
        }

        var inTheWay = changed.Where(row => !written.Contains(row) && TableOf(row.Metadata).MakesRoom(row)).Select(row => row.Metadata).Concat(removed).ToHashSet();
        foreach (var kind in BulkInsert.InOrder(added.Keys, kind => added[kind].Count >= fewest && statements.TakesNew(TableOf(kind)) && !inTheWay.Contains(kind)))
        {
            statements.Insert(TableOf(kind), TableOf(kind) is { IsNumberedInOrder: true } table ? table.InOrder(added[kind]) : added[kind]);
            written.UnionWith(added[kind]);
        }

        if (written.Count == 0)
        {
            return;
        }

        var found = await db.Database.ExecuteSqlRawAsync(statements.Text.ToString(), statements.Parameters, cancellation);
        if (found != written.Count)
        {
            throw new DbUpdateConcurrencyException(string.Create(CultureInfo.InvariantCulture, $"Of {written.Count} rows {found} were as they had been read."));
        }

        foreach (var row in written)
        {
            // Without this, EF would detect the written values as changes and restore the old ones.
            if (row.State is EntityState.Modified)
            {
                row.OriginalValues.SetValues(row.CurrentValues);
            }

            // The database assigned a number that is unknown here. Later readers must read the row again.
            row.State = TableOf(row.Metadata).IsNumberedInOrder && row.State is EntityState.Added ? EntityState.Detached : EntityState.Unchanged;
        }
    }
}
