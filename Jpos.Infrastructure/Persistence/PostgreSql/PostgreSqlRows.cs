using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Jpos.Infrastructure.Persistence.PostgreSql;

/// <summary>
/// Writes the rows of a save that are many and alike, such as the journal of a unit of work, with one statement for each kind, an array for each column. The server begins each statement anew, with its plan, its checks and its triggers, which is most of what a single row costs.
/// Who adds rows to a save, or looks at those that it has, has to come before it; what it leaves is EF's.
/// </summary>
internal sealed class PostgreSqlRows : SaveChangesInterceptor
{
    /// <summary>Fewer rows go with the rest of the save, in the same trip to the server.</summary>
    private const int Many = 3;

    private readonly PostgreSqlTables tables = new();

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        // Outside a unit of work EF makes a save one whole by itself.
        if (eventData.Context is JposDbContext { Database.CurrentTransaction: not null } db)
        {
            await Write(db, cancellationToken);
        }

        return result;
    }

    /// <exception cref="DbUpdateConcurrencyException">A row has changed since it was read.</exception>
    private async Task Write(JposDbContext db, CancellationToken cancellation)
    {
        var statements = new StringBuilder();
        var parameters = new List<NpgsqlParameter>();
        var written = new HashSet<EntityEntry>();
        var added = AddedRows.Of(db);
        var rows = db.ChangeTracker.Entries().ToList();
        var removed = rows.Where(row => row.State is EntityState.Deleted).Select(row => row.Metadata).ToHashSet();
        var changed = rows.Where(row => row.State is EntityState.Modified && !removed.Contains(row.Metadata)).ToList();

        // What changes first: it may make room for what is new. What is to refer to new rows waits for them, and is left to EF; so is what has to wait for that.
        foreach (var alike in changed
            .Where(row => tables.Of(row.Metadata) is { TakesChanges: true } table && !table.RefersTo(added.Keys, row))
            .GroupBy(row => (row.Metadata, tables.Of(row.Metadata).Changes(row)))
            .Select(alike => alike.ToList())
            .Where(alike => alike.Count >= Many))
        {
            tables.Of(alike[0].Metadata).Update(alike, statements, parameters);
            written.UnionWith(alike);
        }

        var inTheWay = changed.Where(row => !written.Contains(row) && tables.Of(row.Metadata).MakesRoom(row)).Select(row => row.Metadata).Concat(removed).ToHashSet();
        foreach (var kind in AddedRows.InOrder(added.Keys, kind => added[kind].Count >= Many && tables.Of(kind).TakesNew && !inTheWay.Contains(kind)))
        {
            tables.Of(kind).Insert(added[kind], statements, parameters);
            written.UnionWith(added[kind]);
        }

        if (written.Count == 0)
        {
            return;
        }

        var found = await db.Database.ExecuteSqlRawAsync(statements.ToString(), parameters, cancellation);
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

            row.State = EntityState.Unchanged;
        }
    }
}
