using System.Data.Common;
using System.Globalization;
using Jpos.Infrastructure.Database;
using Jpos.Infrastructure.Database.PostgreSql;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Jpos.Tests.Hosting;

/// <summary>A database of the run's own server. It comes to be when a host migrates it, or as a copy.</summary>
/// <param name="folder">Where the host's other files are.</param>
/// <param name="own">A server of the test's own, for one that does things to it; null for that of the run.</param>
internal sealed class PostgresTestDatabase(TemporaryFolder folder, PostgresCluster? own = null) : TestDatabase(folder)
{
    private static int count;

    private readonly PostgresCluster cluster = own ?? PostgresCluster.Instance;
    private readonly string name = string.Create(CultureInfo.InvariantCulture, $"jpos_{Interlocked.Increment(ref count)}");

    public override Engine Engine => Engine.PostgreSql;

    public override string ConnectionString => cluster.ConnectionString(name);

    public override JposDbContext Open() => new PostgreSqlJposDbContext(new DbContextOptionsBuilder<PostgreSqlJposDbContext>().UseNpgsql(cluster.ConnectionString(name, isPooled: false), PostgreSqlEngine.Configure).Options);

    public override DbConnection Connect() => new NpgsqlConnection(cluster.ConnectionString(name, isPooled: false));

    public override async Task<IAsyncDisposable> HoldUpWriters()
    {
        var connection = (NpgsqlConnection)Connect();
        await connection.OpenAsync();
        await connection.BeginTransactionAsync();
        await using var command = new NpgsqlCommand("""LOCK TABLE "Terminals" IN EXCLUSIVE MODE""", connection);
        await command.ExecuteNonQueryAsync();
        return new Holding(connection);
    }

    public override async ValueTask DisposeAsync()
    {
        await cluster.Execute($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
        Folder.Dispose();
    }

    public override Task Release() => cluster.Execute($"SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '{name}'");

    protected override async Task CopyTo(TestDatabase other)
    {
        await base.CopyTo(other);
        await cluster.Execute($"CREATE DATABASE {((PostgresTestDatabase)other).name} TEMPLATE {name}");
    }

    protected override async Task RestoreFrom(TestDatabase template, string ofHost)
    {
        await using (var pool = new NpgsqlConnection(ofHost))
        {
            NpgsqlConnection.ClearPool(pool);
        }

        await cluster.Execute($"DROP DATABASE {name} WITH (FORCE)");
        await cluster.Execute($"CREATE DATABASE {name} TEMPLATE {((PostgresTestDatabase)template).name}");
    }
}
