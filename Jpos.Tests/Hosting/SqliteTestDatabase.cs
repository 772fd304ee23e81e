using System.Data.Common;
using Jpos.Infrastructure.Database;
using Jpos.Infrastructure.Database.Sqlite;
using Jpos.Infrastructure.Startup;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Jpos.Tests.Hosting;

/// <summary>A file.</summary>
internal sealed class SqliteTestDatabase(TemporaryFolder folder) : TestDatabase(folder)
{
    public override Engine Engine => Engine.Sqlite;

    public override string ConnectionString => $"Data Source={Folder.File("jpos.db")}";

    public override JposDbContext Open()
    {
        var options = new DbContextOptionsBuilder<SqliteJposDbContext>();
        DatabaseRegistration.UseSqlite(options, ConnectionString);
        return new SqliteJposDbContext(options.Options);
    }

    public override DbConnection Connect() => new SqliteConnection($"{ConnectionString};Pooling=False");

    public override async Task<IAsyncDisposable> HoldUpWriters()
    {
        var connection = Connect();
        await connection.OpenAsync();
        await connection.BeginTransactionAsync();
        return new Holding(connection);
    }

    public override async ValueTask DisposeAsync()
    {
        await Release();
        Folder.Dispose();
    }

    public override Task Release()
    {
        SqliteConnection.ClearAllPools();
        return Task.CompletedTask;
    }

    protected override async Task RestoreFrom(TestDatabase template, string ofHost)
    {
        // Nobody writes the template any more: so several may read it at once without a lock.
        await using var from = new SqliteConnection($"Data Source=file:{template.Folder.File("jpos.db")}?immutable=1;Mode=ReadOnly;Pooling=False");
        await using var to = (SqliteConnection)Connect();
        await from.OpenAsync();
        await to.OpenAsync();
        await using (var patience = new SqliteCommand("PRAGMA busy_timeout = 5000", to))
        {
            await patience.ExecuteNonQueryAsync();
        }

        from.BackupDatabase(to);
    }
}
