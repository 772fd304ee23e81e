using System.Collections.Concurrent;
using System.Globalization;
using Jpos.Domain.Protocol;
using Jpos.Infrastructure.Database.Sqlite;
using Jpos.Infrastructure.Files;
using Jpos.Infrastructure.Startup;
using Jpos.Tests.Hosting;
using Jpos.Tests.Protocol;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Jpos.Tests.EndToEnd;

/// <summary>What an operator does with a database from the command line.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class CommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string File => folder.File("jpos.db");

    [TestCase("verfy")]
    [TestCase("--Jpos:Demo=false", "verify", TestName = "A command that is not the first word")]
    [TestCase("verify", "all")]
    [TestCase("migrate", "up")]
    [TestCase("backup")]
    [TestCase("backup", "one", "two")]
    [TestCase("expire", "now")]
    [TestCase("rewrap", "all")]
    [TestCase("new-host-key", "2")]
    [TestCase("load-terminal-key")]
    [TestCase("import", "cards")]
    [TestCase("import", "people", "cards.csv")]
    [TestCase("import", "cards", "cards.csv", "--dry-run", "now")]
    public async Task A_misused_command_does_nothing_and_tells_what_there_is(params string[] arguments)
    {
        var (code, said) = await Run(arguments);

        Assert.That((HostCommands.IsCommand(arguments), code), Is.EqualTo((true, 2)));
        foreach (var command in (string[])["new-host-key", "rewrap", "load-terminal-key TERMINAL", "expire", "migrate", "verify", "backup FILE", "new-api-key ROLE NAME", "import cards|members|tickets FILE"])
        {
            Assert.That(said, Does.Match($"(?m)^  {System.Text.RegularExpressions.Regex.Escape(command)} "));
        }

        Assert.That(Directory.EnumerateFileSystemEntries(folder.Path), Is.Empty);
    }

    [Test]
    public async Task A_key_that_is_made_before_the_host_runs_brings_no_demo_data()
    {
        KeyValuePair<string, string>[] settings = [new("ConnectionStrings:Jpos", $"Data Source={File};Pooling=False"), new("Jpos:Security:HostKeyFile", folder.File("host.key")), new("Jpos:Demo", "true-with-public-keys")];
        await HostCommand.Run(settings, "new-host-key");
        var (code, _) = await HostCommand.Run(settings, "new-api-key", "administrator", "Head office");

        Assert.That(code, Is.Zero);
        Assert.That((await Run("verify")).Said, Does.StartWith("Checked 0 accounts, 0 lots, 0 tickets"));
    }

    [Test]
    public void Settings_are_told_from_the_words_of_a_command()
    {
        string[] arguments = ["backup", "--Jpos:Demo", "false", "/var/backups/jpos.db", "--Jpos:Protocol:Detail=true", "--dry-run", "Jpos:Demo=true"];
        Assert.That(HostCommands.Settings(arguments), Is.EqualTo(new[] { "--Jpos:Demo", "false", "--Jpos:Protocol:Detail=true", "Jpos:Demo=true" }));
    }

    [Test]
    public async Task Migrate_makes_the_schema_and_then_finds_nothing_to_do()
    {
        var (made, first) = await Run("migrate");
        var (found, second) = await Run("migrate");

        Assert.That((made, found), Is.EqualTo((0, 0)));
        Assert.That(first, Does.Match("^Migrations applied: [1-9][0-9]*\\. Schema version: [0-9]{14}_Initial_[0-9a-f]{8}\\.$"));
        Assert.That(second, Does.StartWith("Migrations applied: 0."));
        Assert.That((await Run("verify")).Said, Is.EqualTo("Checked 0 accounts, 0 lots, 0 tickets, 0 entries, 0 postings, 0 ticket movements, 0 batches. No discrepancies."));
    }

    [Test]
    public async Task Verify_refuses_a_database_that_is_not_there_and_makes_none()
    {
        Assert.That(await Run("verify"), Is.EqualTo((1, "The database does not exist.")));
        Assert.That(System.IO.File.Exists(File), Is.False);
    }

    [Test]
    public async Task Verify_refuses_an_older_schema()
    {
        await Execute("CREATE TABLE Something (Id INTEGER)");
        Assert.That(await Run("verify"), Is.EqualTo((1, "The schema is not up to date. Run migrate first.")));
    }

    [Test]
    public async Task Verify_names_what_is_wrong_and_its_exit_code_tells()
    {
        await Run("migrate");
        await Execute("PRAGMA foreign_keys = OFF; INSERT INTO PointAccounts (Id, IsShared, OpenLots, Balance, GiftsOfDay, GiftsOfProgrammeDay, Version) VALUES (1, 0, 0, 5, 0, 0, 0)");

        using var command = HostProcess.Command(folder, "verify");

        Assert.That(await command.End(), Is.EqualTo(1));
        Assert.That(await Run("verify"), Is.EqualTo((1, string.Join(
            Environment.NewLine,
            "account: 1 has a balance of 0.05 in 0 lots, but its lots hold 0 in 0",
            "double entry: members hold 0.05 points, but the programme accounts hold 0 (); expected a sum of 0",
            "Checked 1 accounts, 0 lots, 0 tickets, 0 entries, 0 postings, 0 ticket movements, 0 batches. The ledger has discrepancies."))));
    }

    [Test]
    public async Task A_backup_under_load_is_right_and_holds_what_was_answered_before_it()
    {
        await using var host = await JposHost.Run();
        await host.SignOn(Form.Terminal);
        var answered = new ConcurrentBag<string>();
        using var load = new CancellationTokenSource();
        var clients = Enumerable.Range(0, 4).Select(client => Pay(host, client, answered, load.Token)).ToList();
        while (answered.Count < 40)
        {
            await Task.Delay(10);
        }

        var before = answered.ToList();
        var (code, said) = await RunOn(host.Database.ConnectionString, "backup", File);
        var during = answered.Count;
        await load.CancelAsync();
        await Task.WhenAll(clients);

        Assert.That((code, said), Is.EqualTo((0, $"Copied the database to {File} ({new FileInfo(File).Length} bytes). The copy does not contain the host key.")));
        Assert.That(PrivateFile.IsOpenToOthers(File), Is.False);
        Assert.That(during, Is.GreaterThanOrEqualTo(before.Count));
        Assert.That((await Run("verify")).Said, Does.EndWith(" 1 batches. No discrepancies."));
        await using var db = new SqliteJposDbContext(new DbContextOptionsBuilder<SqliteJposDbContext>().UseSqlite($"Data Source={File};Pooling=False").Options);
        var kept = await db.Journal.Select(entry => entry.Serial).ToListAsync();
        Assert.That(before.Select(serial => SerialNumber.Of(long.Parse(serial, CultureInfo.InvariantCulture))), Is.SubsetOf(kept));
    }

    [Test]
    public async Task A_backup_overwrites_nothing()
    {
        await Run("migrate");
        await System.IO.File.WriteAllTextAsync(folder.File("kept"), "as it was");

        var (code, said) = await Run("backup", folder.File("kept"));

        Assert.That((code, await System.IO.File.ReadAllTextAsync(folder.File("kept"))), Is.EqualTo((1, "as it was")));
        Assert.That(said, Does.StartWith("The backup failed: ").And.Contain("exists"));
    }

    [Test]
    public async Task A_backup_of_no_database_is_none()
    {
        Assert.That(await Run("backup", folder.File("copy.db")), Is.EqualTo((1, "The backup failed: The database does not exist.")));
        Assert.That(Directory.EnumerateFiles(folder.Path), Is.Empty);
    }

    [Test]
    public async Task An_engine_with_a_tool_of_its_own_is_backed_up_by_that()
    {
        var (code, said) = await RunOn("Server=127.0.0.1,1;Connect Timeout=1", "backup", folder.File("copy.bak"), "--Jpos:Database:Provider=SqlServer");

        Assert.That((code, said), Is.EqualTo((2, "This command copies SQLite databases only. Use BACKUP DATABASE for this one; see docs/databases.md#back-up-and-restore.")));
        Assert.That(Directory.EnumerateFiles(folder.Path), Is.Empty);
    }

    public void Dispose() => folder.Dispose();

    private static async Task Pay(JposHost host, int client, ConcurrentBag<string> answered, CancellationToken stop)
    {
        for (var trace = 1 + client; !stop.IsCancellationRequested; trace += 4)
        {
            var answer = await host.Post("/v1/jpos/trans/consume", Form.Consume(trace, points: "0.01"));
            Assert.That(answer.Status, Is.EqualTo("00"), answer.Detail);
            answered.Add(answer.Serial);
        }
    }

    private Task<(int Code, string Said)> Run(params string[] arguments) => RunOn($"Data Source={File};Pooling=False", arguments);

    private static Task<(int Code, string Said)> RunOn(string connection, params string[] arguments) => HostCommand.Run([new("ConnectionStrings:Jpos", connection)], arguments);

    private async Task Execute(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
