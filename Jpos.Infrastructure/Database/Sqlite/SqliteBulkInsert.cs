using System.Globalization;
using Jpos.Infrastructure.Database.BulkWrites;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Jpos.Infrastructure.Database.Sqlite;

/// <summary>
/// Inserts many new rows with one prepared statement for each table. EF creates, prepares and drops a statement for each row, which takes longer than the rest of an import.
/// </summary>
internal static class SqliteBulkInsert
{
    /// <summary>Inserts the added rows that are not yet written, referenced rows first. Changed rows are left to a save.</summary>
    public static void Insert(JposDbContext db)
    {
        var added = BulkInsert.Of(db);
        List<IEntityType> inOrder = [.. BulkInsert.InOrder(added.Keys, _ => true)];
        if (inOrder.Count < added.Count)
        {
            throw new InvalidOperationException("Of the new rows some kinds refer to each other: none of them can be written first.");
        }

        foreach (var kind in inOrder)
        {
            using var insert = new Statement(db, kind);
            foreach (var entry in added[kind])
            {
                insert.Run(entry);
            }
        }
    }

    /// <summary>Inserts the rows of one table.</summary>
    private sealed class Statement : IDisposable
    {
        private readonly SqliteCommand command;
        private readonly List<(Func<EntityEntry, object?> Value, SqliteParameter Parameter)> columns = [];

        /// <summary>Returns the key that the database generates; null if the rows provide their keys.</summary>
        private readonly IProperty? given;

        public Statement(JposDbContext db, IEntityType kind)
        {
            given = kind.FindPrimaryKey()!.Properties is [var only] && only.ValueGenerated is ValueGenerated.OnAdd ? only : null;
            command = (SqliteCommand)db.Database.GetDbConnection().CreateCommand();
            command.Transaction = (SqliteTransaction)db.Database.CurrentTransaction!.GetDbTransaction();
            var names = new List<string>();
            foreach (var property in kind.GetProperties().Where(property => property != given))
            {
                names.Add($"\"{property.GetColumnName()}\"");
                columns.Add((BulkInsert.Stored(property), command.Parameters.Add(new SqliteParameter(string.Create(CultureInfo.InvariantCulture, $"@p{columns.Count}"), null))));
            }

            command.CommandText = $"""
                INSERT INTO "{kind.GetTableName()}" ({string.Join(", ", names)}) VALUES ({string.Join(", ", columns.Select(column => column.Parameter.ParameterName))}){(given is null ? "" : $" RETURNING \"{given.GetColumnName()}\"")}
                """;
            command.Prepare();
        }

        public void Run(EntityEntry entry)
        {
            foreach (var (value, parameter) in columns)
            {
                parameter.Value = value(entry) ?? DBNull.Value;
            }

            if (given is null)
            {
                command.ExecuteNonQuery();
            }
            else
            {
                var key = entry.Property(given);
                key.CurrentValue = (long)command.ExecuteScalar()!;
                key.IsTemporary = false;
            }

            entry.State = EntityState.Unchanged;
        }

        public void Dispose() => command.Dispose();
    }
}
