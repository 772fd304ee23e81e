using System.Data.Common;
using Jpos.Infrastructure.Database;
using Jpos.Infrastructure.Database.SqlServer;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;

namespace Jpos.Tests.Hosting;

/// <summary>A database of its own on the server that <c>JPOS_TEST_SQLSERVER</c> names. Never run so far: no such server was at hand.</summary>
internal sealed class SqlServerTestDatabase(TemporaryFolder folder) : TestDatabase(folder)
{
    private readonly string name = $"jpos_{Path.GetFileName(folder.Path).Replace('-', '_')}";

    /// <summary>The server; null if there is none.</summary>
    public static string? Server => Environment.GetEnvironmentVariable("JPOS_TEST_SQLSERVER");

    public override Engine Engine => Engine.SqlServer;

    public override string ConnectionString => new SqlConnectionStringBuilder(Server) { InitialCatalog = name }.ToString();

    public override JposDbContext Open() => new SqlServerJposDbContext(new DbContextOptionsBuilder<SqlServerJposDbContext>().UseSqlServer(ConnectionString, SqlServerEngine.Configure).Options);

    public override DbConnection Connect() => new SqlConnection(new SqlConnectionStringBuilder(ConnectionString) { Pooling = false }.ToString());

    public override async Task<IAsyncDisposable> HoldUpWriters()
    {
        var connection = (SqlConnection)Connect();
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "BEGIN TRANSACTION; SELECT TOP 1 1 FROM [Terminals] WITH (TABLOCK, UPDLOCK, HOLDLOCK);";
        await command.ExecuteNonQueryAsync();
        return new Holding(connection);
    }

    public override async ValueTask DisposeAsync()
    {
        await using (var connection = new SqlConnection(Server))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = $"IF DB_ID('{name}') IS NOT NULL BEGIN ALTER DATABASE [{name}] SET SINGLE_USER WITH ROLLBACK IMMEDIATE; DROP DATABASE [{name}]; END";
            await command.ExecuteNonQueryAsync();
        }

        Folder.Dispose();
    }

    public override Task Release() => Task.CompletedTask;

    protected override Task RestoreFrom(TestDatabase template, string ofHost) => throw new NotSupportedException("There is no template of this engine.");
}
