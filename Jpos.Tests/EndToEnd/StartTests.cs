using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using Jpos.Domain.Access;
using Jpos.Infrastructure.Files;
using Jpos.Infrastructure.Settings;
using Jpos.Tests.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Jpos.Tests.EndToEnd;

/// <summary>A host starts right, or says why not and does not start.</summary>
internal sealed class StartTests
{
    [Test]
    public async Task A_lock_that_a_killed_host_left_on_the_migrations_does_not_hold_the_next_one_up()
    {
        await using var host = await JposHost.Run(before: folder => Execute(
            folder, "INSERT INTO __EFMigrationsLock (Id, Timestamp) VALUES (1, '2026-01-01 00:00:00')"));
        Assert.That((await host.Post("/v1/jpos/terminal/checkin", Form.CheckIn())).Status, Is.EqualTo("00"));
    }

    [Test]
    public async Task A_file_without_a_write_ahead_log_gets_one()
    {
        await using var host = await JposHost.Run(before: folder => Execute(folder, "PRAGMA journal_mode = DELETE"));
        var mode = await host.InDatabase(db => db.Database.SqlQueryRaw<string>("PRAGMA journal_mode").ToListAsync());
        Assert.That(mode, Is.EqualTo(new[] { "wal" }));
    }

    [Test]
    public async Task A_host_that_is_not_to_migrate_does_not_start_on_an_older_schema() => await Fails<InvalidOperationException>(
        "Jpos:Database:MigrateOnStart is false. Stop all hosts and run the command migrate.",
        before: folder =>
        {
            File.Delete(folder.File("jpos.db"));
            return Task.CompletedTask;
        },
        settings: KeyValuePair.Create("Jpos:Database:MigrateOnStart", "false"));

    [Test]
    public async Task A_host_that_is_not_to_migrate_starts_on_a_schema_that_is_up_to_date()
    {
        await using var host = await JposHost.Run([KeyValuePair.Create("Jpos:Database:MigrateOnStart", "false")]);
        Assert.That((await host.Post("/v1/jpos/terminal/checkin", Form.CheckIn())).Status, Is.EqualTo("00"));
    }

    [Test]
    public async Task A_database_is_not_opened_with_another_host_key() => await Fails<InvalidOperationException>(
        "The host key is not the one that this database was created with",
        before: folder => File.WriteAllTextAsync(folder.File("host.key"), new string('0', 64)));

    [Test]
    public async Task Outside_development_a_missing_host_key_is_not_made() => await Fails<InvalidOperationException>(
        "host.key does not exist. Create it with the command new-host-key",
        before: folder =>
        {
            File.Delete(folder.File("host.key"));
            return Task.CompletedTask;
        },
        settings: KeyValuePair.Create("environment", "Production"));

    [Test]
    public async Task Demo_data_is_refused_in_production() => await Fails<ValidationException>(
        "true-with-public-keys",
        before: _ => Task.CompletedTask,
        KeyValuePair.Create("environment", "Production"),
        KeyValuePair.Create("Jpos:Demo", "true"));

    [Test]
    public async Task A_new_database_file_is_its_owners_alone()
    {
        await using var host = await JposHost.RunOnEmptyDatabase([], _ => { });
        var files = Directory.GetFiles(host.Database.Folder.Path, "jpos.db*");
        Assert.That(files, Is.Not.Empty);
        Assert.That(files.Where(IsOpenToOthers), Is.Empty);

        // SQLite removes the files beside the database when the last connection closes.
        static bool IsOpenToOthers(string file)
        {
            try
            {
                return PrivateFile.IsOpenToOthers(file);
            }
            catch (FileNotFoundException)
            {
                return false;
            }
        }
    }

    [Test]
    public async Task A_stored_zone_that_the_machine_does_not_know_makes_the_host_not_ready_and_stops_no_other_store()
    {
        await using var host = await JposHost.Run(before: folder => Execute(folder, "UPDATE Stores SET TimeZone = 'Mars/Olympus' WHERE Number = '100000000000002'"));
        using var ready = await host.Http.GetAsync(new Uri("/health/ready", UriKind.Relative));
        using var live = await host.Http.GetAsync(new Uri("/health/live", UriKind.Relative));
        Assert.That(((int)ready.StatusCode, (int)live.StatusCode), Is.EqualTo((503, 200)));
        await host.Post("/v1/jpos/terminal/checkin", Form.CheckIn());
        Assert.That((await host.Post("/v1/jpos/trans/consume", Form.Consume(1, "1"))).Status, Is.EqualTo("00"));
        Assert.That((await (await BackOfficeClient.Of(host, Role.Manager)).Get("stores")).Status, Is.EqualTo(System.Net.HttpStatusCode.OK));
    }

    [Test]
    public async Task The_host_and_its_document_name_one_version()
    {
        await using var host = await JposHost.Run();
        var health = JsonNode.Parse(await host.Http.GetStringAsync(new Uri("/health", UriKind.Relative)))!;
        var document = JsonNode.Parse(await host.Http.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative)))!;
        Assert.That(
            (health["status"]!.GetValue<string>(), health["version"]!.GetValue<string>(), document["info"]!["version"]!.GetValue<string>()),
            Is.EqualTo(("Healthy", ProductVersion.Text, ProductVersion.Text)));
    }

    [TestCase("Jpos:Protocol:DeadlineSeconds", "0", typeof(ValidationException))]
    [TestCase("Jpos:Protocol:TimeUnit", "7", typeof(ValidationException))]
    [TestCase("Jpos:Programme:Rates:Gren", "0.02", typeof(ValidationException))]
    [TestCase("Jpos:Programme:Rates:Green", "2", typeof(ValidationException))]
    [TestCase("Jpos:Programme:PointValue", "0", typeof(ValidationException))]
    [TestCase("Jpos:Programme:TimeZone", "Mars/Olympus", typeof(ValidationException))]
    [TestCase("Jpos:Database:Provider", "Oracle", typeof(ValidationException))]
    [TestCase("Jpos:Sms:Webhook:Secret", "short", typeof(ValidationException))]
    [TestCase("Jpos:Limits:RequestsPerSecondOfAddress", "-1", typeof(ValidationException))]
    [TestCase("Jpos:Limits:RequestsPerSecondOfTerminal", "-1", typeof(ValidationException))]
    [TestCase("Jpos:Protocol:TimeUnit", "seconds", typeof(ValidationException))]
    [TestCase("Jpos:Protocol:TimeUnit", "Seconds,Milliseconds", typeof(ValidationException))]
    [TestCase("Jpos:Protocol:DeadlineSeconds", "0x5", typeof(ValidationException))]
    [TestCase("Jpos:Protocol:Detial", "true", typeof(ValidationException))]
    [TestCase("Jpos:Protocol:Detail", "yes", typeof(ValidationException))]
    [TestCase("Jpos:Database:Provider", "Sqlite,PostgreSql", typeof(ValidationException))]
    [TestCase("Jpos:Programme:TimeZone", "asia/shanghai", typeof(ValidationException))]
    [TestCase("Kestrel:Endpoints:Http:Url", "http://0.0.0.0:0", typeof(ValidationException))]
    public async Task A_setting_out_of_its_range_stops_the_start(string name, string value, Type failure)
    {
        var thrown = await Assert.CatchAsync(async () => await (await JposHost.Run([KeyValuePair.Create(name, value)])).DisposeAsync());
        Assert.That(thrown, Is.InstanceOf(failure));
    }

    private static async Task Fails<T>(string message, Func<TemporaryFolder, Task> before, params KeyValuePair<string, string>[] settings)
        where T : Exception
    {
        var thrown = await Assert.CatchAsync(async () => await (await JposHost.Run(settings, before: before)).DisposeAsync());
        Assert.That(thrown, Is.InstanceOf<T>().With.Message.Contains(message));
    }

    private static async Task Execute(TemporaryFolder folder, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={folder.File("jpos.db")};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
