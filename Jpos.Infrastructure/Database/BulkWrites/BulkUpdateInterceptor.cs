using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Jpos.Infrastructure.Database.BulkWrites;

/// <summary>
/// Writes the rows of a save that are alike, such as the journal of a unit of work, with one statement for each kind (ADR 21).
/// Who adds rows to a save, or looks at those that it has, has to come before it; what it leaves is EF's.
/// </summary>
/// <param name="fewest">How many rows are worth a statement; fewer go with the rest of the save.</param>
internal abstract class BulkUpdateInterceptor(int fewest) : SaveChangesInterceptor
{
    private readonly ConcurrentDictionary<IEntityType, RowTable> tables = [];

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        // Outside a unit of work EF makes a save one whole by itself.
        if (eventData.Context is JposDbContext { Database.CurrentTransaction: not null } db)
        {
            await Write(db, cancellationToken);
        }

        return result;
    }

    /// <summary>In the words of the engine.</summary>
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

        // What changes first: it may make room for what is new. What is to refer to new rows waits for them, and is left to EF; so is what has to wait for that.
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
            // What is there now is what it has: or else EF would take the change back.
            if (row.State is EntityState.Modified)
            {
                row.OriginalValues.SetValues(row.CurrentValues);
            }

            // The number that the database gave is not known here: whoever wants the row reads it again.
            row.State = TableOf(row.Metadata).IsNumberedInOrder && row.State is EntityState.Added ? EntityState.Detached : EntityState.Unchanged;
        }
    }
}
