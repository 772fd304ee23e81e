using System.Data.Common;
using Jpos.Infrastructure.Database;
using Jpos.Infrastructure.LedgerVerification;

namespace Jpos.Tests.Hosting;

/// <summary>Where a host of a test keeps everything: a folder with its key, and a database, in the folder or on a server. Both are gone when it is disposed of.</summary>
internal abstract class TestDatabase(TemporaryFolder folder) : IAsyncDisposable
{
    private static readonly Dictionary<Engine, Lazy<Task<TestDatabase>>> Templates = Enum.GetValues<Engine>().ToDictionary(engine => engine, engine => new Lazy<Task<TestDatabase>>(() => MakeTemplate(engine, [])));

    public TemporaryFolder Folder => folder;

    public abstract Engine Engine { get; }

    public abstract string ConnectionString { get; }

    /// <summary>For a host that is to use it.</summary>
    public IEnumerable<KeyValuePair<string, string>> Settings =>
    [
        new("Jpos:Database:Provider", $"{Engine}"),
        new("ConnectionStrings:Jpos", ConnectionString),
        new("Jpos:Security:HostKeyFile", folder.File("host.key")),
    ];

    /// <summary>Without so much as a table.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="folder">The folder; null for a new one on the disk.</param>
    public static TestDatabase Empty(Engine engine, TemporaryFolder? folder = null) => engine switch
    {
        Engine.Sqlite => new SqliteTestDatabase(folder ?? new()),
        Engine.SqlServer => new SqlServerTestDatabase(folder ?? new()),
        _ => new PostgresTestDatabase(folder ?? new()),
    };

    /// <summary>With the demo data in it.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="folder">The folder; null for a new one on the disk.</param>
    /// <param name="template">What it is to be a copy of; null for what a host makes by its defaults, which SQL Server has always.</param>
    public static async Task<TestDatabase> WithDemoData(Engine engine, TemporaryFolder? folder = null, TestDatabase? template = null)
    {
        var database = Empty(engine, folder);
        if (engine is Engine.SqlServer)
        {
            // It has no copies that are quicker than making the data, which a host by its defaults does.
            try
            {
                await using (await JposHost.RunOn(database))
                {
                    return database;
                }
            }
            catch
            {
                await database.DisposeAsync();
                throw;
            }
        }

        template ??= await Templates[engine].Value;
        await template.CopyTo(database);
        return database;
    }

    /// <summary>Made by a host with some settings, and used by nobody: for copies.</summary>
    public static async Task<TestDatabase> MakeTemplate(Engine engine, IEnumerable<KeyValuePair<string, string>> settings)
    {
        var database = Empty(engine);
        await using (await JposHost.RunOn(database, settings))
        {
            // The host makes it when it starts.
        }

        await database.Release();
        return database;
    }

    /// <summary>To be called when all tests are over.</summary>
    public static async Task RemoveTemplates()
    {
        foreach (var template in Templates.Values.Where(template => template is { IsValueCreated: true, Value.IsCompletedSuccessfully: true }))
        {
            await (await template.Value).DisposeAsync();
        }
    }

    /// <summary>Makes it what it was when it had come to be by <see cref="WithDemoData"/>.</summary>
    /// <param name="ofHost">How the host that uses it comes to it.</param>
    /// <param name="template">What it was a copy of; null for what a host makes by its defaults.</param>
    public async Task Restore(string ofHost, TestDatabase? template) => await RestoreFrom(template ?? await Templates[Engine].Value, ofHost);

    /// <summary>What is wrong with its books; empty if nothing is.</summary>
    public async Task<IReadOnlyList<string>> Faults()
    {
        await using var db = Open();
        return (await new LedgerVerifier(db, Engines.Of(db)).Verify(CancellationToken.None)).Discrepancies;
    }

    /// <summary>The database without a host.</summary>
    public abstract JposDbContext Open();

    /// <summary>A connection of its own, not opened.</summary>
    public abstract DbConnection Connect();

    /// <summary>Holds up whoever wants to write, but no one who only reads, until the result is disposed of.</summary>
    public abstract Task<IAsyncDisposable> HoldUpWriters();

    public abstract ValueTask DisposeAsync();

    /// <summary>Closes what is still connected: the pools of hosts that have stopped.</summary>
    public abstract Task Release();

    protected virtual Task CopyTo(TestDatabase other)
    {
        foreach (var file in Directory.EnumerateFiles(folder.Path))
        {
            File.Copy(file, other.Folder.File(Path.GetFileName(file)));
        }

        return Task.CompletedTask;
    }

    protected abstract Task RestoreFrom(TestDatabase template, string ofHost);

    /// <summary>A transaction that ends with its connection.</summary>
    protected sealed class Holding(DbConnection connection) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => connection.DisposeAsync();
    }
}
