using System.Security.Cryptography;
using Jpos.Infrastructure.Settings;
using Jpos.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Jpos.Tests.Persistence;

/// <summary>A database whose schema another build made is refused by a host and by every command, and stays as it is.</summary>
[TestFixtureSource(typeof(Engines), nameof(Engines.Each))]
internal sealed class OtherHistoryTests(Engine engine)
{
    private const string Older = "20261130000000_Initial";
    private const string Foreign = "20990101000000_Later";

    private TestDatabase database = null!;

    [SetUp]
    public async Task Copy() => database = await TestDatabase.WithDemoData(engine);

    [TearDown]
    public async Task Remove() => await database.DisposeAsync();

    /// <summary>What one build calls Initial another calls so too: their contents tell them apart.</summary>
    [TestCase(null)]
    [TestCase("false")]
    public Task A_host_refuses_an_older_schema(string? migrates) => IsRefused(Older, BecomesOlder, () => Start(migrates));

    [TestCase(null)]
    [TestCase("false")]
    public Task A_host_refuses_a_schema_with_more_migrations(string? migrates) => IsRefused(Foreign, HasMore, () => Start(migrates));

    [Test]
    public Task A_host_refuses_the_history_of_another_program() => IsRefused(Foreign, BelongsToAnother, () => Start(null));

    [TestCase("migrate")]
    [TestCase("verify")]
    [TestCase("expire")]
    [TestCase("rewrap")]
    [TestCase("load-terminal-key", "10000001")]
    [TestCase("new-api-key", "viewer", "Accounting")]
    [TestCase("import", "cards", "cards.csv")]
    public async Task A_command_refuses_another_schema(params string[] arguments)
    {
        await IsRefused(Older, BecomesOlder, () => HostCommand.Run(database.Settings, arguments));
        await IsRefused(Foreign, BelongsToAnother, () => HostCommand.Run(database.Settings, arguments));
    }

    [Test]
    public async Task A_backup_by_the_host_refuses_another_schema_and_makes_no_file()
    {
        var copy = database.Folder.File("copy.db");
        if (engine is Engine.Sqlite)
        {
            await IsRefused(Older, BecomesOlder, () => HostCommand.Run(database.Settings, "backup", copy));
        }
        else
        {
            Assert.That((await HostCommand.Run(database.Settings, "backup", copy)).Code, Is.Not.Zero, "the others have tools of their own for it");
        }

        Assert.That(File.Exists(copy), Is.False);
    }

    private async Task Start(string? migrates)
    {
        await using var host = await JposHost.RunOn(database, migrates is null ? [] : [KeyValuePair.Create("Jpos:Database:MigrateOnStart", migrates)]);
    }

    private static Task BecomesOlder(DbContext db) => db.Database.ExecuteSqlRawAsync($"""UPDATE "__EFMigrationsHistory" SET "MigrationId" = '{Older}'; DROP TABLE "Campaigns";""");

    private static Task HasMore(DbContext db) => db.Database.ExecuteSqlRawAsync($"""INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('{Foreign}', '99.0.0')""");

    private static Task BelongsToAnother(DbContext db) => db.Database.ExecuteSqlRawAsync($"""DELETE FROM "__EFMigrationsHistory"; INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('{Foreign}', '99.0.0')""");

    private async Task IsRefused(string named, Func<DbContext, Task> change, Func<Task> opens)
    {
        string known;
        await using (var db = database.Open())
        {
            known = db.Database.GetMigrations().Single();
            await change(db);
        }

        var before = await Content();
        var thrown = await Assert.CatchAsync(async () => await opens());
        Assert.That(thrown, Is.InstanceOf<SettingException>());
        Assert.That(thrown.Message, Does.StartWith("Another build created the schema of the database: ").And.Contains(named).And.Contains(known).And.Not.Contains('\n'));
        Assert.That(await Content(), Is.EqualTo(before), "what is in the database");
    }

    /// <summary>Returns the bytes of a file; of a server, its tables with their rows.</summary>
    private async Task<string> Content()
    {
        if (engine is Engine.Sqlite)
        {
            // What is in the write-ahead log comes into the file.
            await database.Release();
            return Convert.ToHexString(SHA256.HashData(await File.ReadAllBytesAsync(database.Folder.File("jpos.db"))));
        }

        await using var db = database.Open();
        var tables = await db.Database.SqlQueryRaw<string>(
            engine is Engine.SqlServer
                ? "SELECT CONCAT([name], ' ', [modify_date]) AS [Value] FROM [sys].[tables]"
                : """SELECT table_name || query_to_xml('SELECT t::text AS line FROM "' || table_name || '" t', true, false, '')::text AS "Value" FROM information_schema.tables WHERE table_schema = 'public'""").ToListAsync();
        return string.Join('\n', tables.Order(StringComparer.Ordinal));
    }
}
