using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Jpos.Domain.Access;
using Jpos.Domain.Text;
using Jpos.Infrastructure.Database.Converters;
using Jpos.Tests.EndToEnd.Reading;
using Jpos.Tests.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Jpos.Tests.Persistence;

/// <summary>Somebody wrote past the constraints: what cannot be read is shown as such, told once, and stops nobody else.</summary>
internal sealed class UnreadableRowTests
{
    private const string Damaged = "20000001";

    [Test]
    public async Task A_value_that_no_set_has_breaks_no_list_no_export_and_no_till()
    {
        var log = new Lines();
        await using var host = await JposHost.Run(folder: TemporaryFolder.InMemory(), services: services => services.AddSingleton<ILoggerProvider>(log), checksBooks: false);
        var requests = await ValidRequests.On(host);
        await host.Post("/v1/jpos/terminal/checkin", Form.CheckIn());
        foreach (var (trace, card) in new[] { (1, Form.GoldCard), (2, Form.TwoLotCard) })
        {
            Assert.That((await host.Post("/v1/jpos/trans/consume", Form.Consume(trace, "1", "10", card))).Status, Is.EqualTo("00"));
        }

        var manager = await BackOfficeClient.Of(host, Role.Administrator);
        var officer = await BackOfficeClient.Of(host, Role.SecurityOfficer);
        var damaged = await Damage(host);
        Assert.That(damaged, Has.Count.GreaterThan(15));
        var shown = new List<string>();
        for (var time = 0; time < 2; time++)
        {
            foreach (var place in BoundPlaces.AddressesOfHost().Where(place => place.Method == "GET"))
            {
                var client = Role.Administrator.Has(place.Right!.Value) ? manager : officer;
                var answer = await client.Get($"{requests.Path(place, null)}?{ValidRequests.Query(place)}".TrimEnd('?'));
                Assert.That((int)answer.Status, Is.LessThan(500), $"{place}: {answer.Text}");
                shown.AddRange(answer.Text.Contains(EnumNames.Unreadable, StringComparison.Ordinal) ? [place.Path] : []);
            }
        }

        Assert.That(shown, Is.SupersetOf(new[] { "/api/v1/terminals", "/api/v1/terminals/{number}", "/api/v1/stores", "/api/v1/cards", "/api/v1/transactions", "/api/v1/exports/transactions", "/api/v1/members" }));
        Assert.That((await host.Post("/v1/jpos/trans/consume", Form.Consume(3, "1", "10"))).Status, Is.EqualTo("00"), "another card");
        var told = log.All.Where(line => line.Contains("could not be read", StringComparison.Ordinal)).ToList();
        Assert.That(told, Is.Unique.And.Not.Empty);
        Assert.That(damaged.Where(column => column.StartsWith("Terminals.", StringComparison.Ordinal)).All(column => told.Any(line => line.Contains($"{column} ", StringComparison.Ordinal))), Is.True, string.Join('\n', told));
        Assert.That(log.All.Where(line => line.StartsWith("Error", StringComparison.Ordinal)).Except(told), Is.Empty, "nothing else failed");

        var repaired = await manager.Put($"terminals/{Damaged}", new { isEnabled = true, macPolicy = "required" }, "*");
        Assert.That((repaired.Status, repaired["macPolicy"]), Is.EqualTo((HttpStatusCode.OK, "required")), repaired.Text);
    }

    [TestCase("""UPDATE "TransactionJournal" SET "Code" = 'zz'""")]
    [TestCase("""UPDATE "TransactionJournal" SET "Status" = 1073741824""")]
    public async Task A_reversal_of_what_cannot_be_read_does_not_end_the_matter(string damage)
    {
        await using var host = await JposHost.Run(folder: TemporaryFolder.InMemory(), checksBooks: false);
        await host.Post("/v1/jpos/terminal/checkin", Form.CheckIn());
        Assert.That((await host.Post("/v1/jpos/trans/consume", Form.Consume(1, "1", "10"))).Status, Is.EqualTo("00"));
        await host.InDatabase(async db =>
        {
            await db.Database.OpenConnectionAsync();
            await db.Database.ExecuteSqlRawAsync("PRAGMA ignore_check_constraints = ON");
            await db.Database.ExecuteSqlRawAsync(damage);
        });

        var reversal = await host.Post("/v1/jpos/trans/consumeReversal", Form.Consume(1, "1", "10"));

        Assert.That(reversal.Status, Is.EqualTo("96"));
    }

    [Test]
    public async Task A_member_whose_grade_cannot_be_read_earns_what_everybody_does_and_it_is_told_once()
    {
        var log = new Lines();
        await using var host = await JposHost.Run(folder: TemporaryFolder.InMemory(), services: services => services.AddSingleton<ILoggerProvider>(log), checksBooks: false);
        await host.Post("/v1/jpos/terminal/checkin", Form.CheckIn());
        await host.InDatabase(async db =>
        {
            await db.Database.OpenConnectionAsync();
            await db.Database.ExecuteSqlRawAsync("PRAGMA ignore_check_constraints = ON");
            await db.Database.ExecuteSqlRawAsync("""UPDATE "Members" SET "Grade" = 77""");
        });

        var paid = await host.Post("/v1/jpos/trans/consume", Form.Consume(1, cash: "1000"));
        var spent = await host.Post("/v1/jpos/trans/consume", Form.Consume(2, "1", "0"));
        var query = await host.Post("/v1/jpos/cards", Form.Query());

        Assert.That((paid.Status, paid.Json.GetProperty("persentPoint").ToString(), spent.Status), Is.EqualTo(("00", "10", "00")), paid.Text);
        Assert.That((query.Status, query.Json.GetProperty("grade").GetString()), Is.EqualTo(("00", "0")), query.Text);
        Assert.That(log.All.Count(line => line.Contains("Members.Grade ", StringComparison.Ordinal) && line.Contains("77", StringComparison.Ordinal)), Is.EqualTo(1));
    }

    [Test]
    public async Task The_word_for_it_is_not_taken()
    {
        await using var host = await JposHost.Borrow();
        var manager = await BackOfficeClient.Of(host, Role.Manager);
        var refused = await manager.Post($"cards/{Form.GoldCard}/state", $$"""{"state":"{{EnumNames.Unreadable}}","reason":"x"}""");
        Assert.That((refused.Status, refused.Blamed), Is.EqualTo((HttpStatusCode.BadRequest, new[] { "state" })), refused.Text);
    }

    /// <summary>Writes into the last row of each table values that its closed sets lack. The programme has one row, which every till needs.</summary>
    private static async Task<List<string>> Damage(JposHost host)
    {
        var columns = await host.InDatabase(db => Task.FromResult(db.GetService<IDesignTimeModel>().Model.GetEntityTypes().SelectMany(Columns).ToList()));
        await using var connection = new SqliteConnection(await host.InDatabase(db => Task.FromResult(db.Database.GetConnectionString())));
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = string.Join(';', columns.Select(column => $"UPDATE \"{column.Table}\" SET \"{column.Name}\" = {column.Value} WHERE rowid = (SELECT max(rowid) FROM \"{column.Table}\")").Prepend("PRAGMA ignore_check_constraints = ON"));
        await command.ExecuteNonQueryAsync();
        return [.. columns.Select(column => $"{column.Table}.{column.Name}")];
    }

    private static IEnumerable<(string Table, string Name, string Value)> Columns(IEntityType entity) =>
        from property in entity.GetProperties()
        let type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType
        let column = property.GetColumnName()
        where entity.GetCheckConstraints().Any(check => check.Name == EnumConstraints.NameOf(entity.GetTableName()!, column))
        where entity.ClrType != typeof(Domain.Access.ApiKey)
        select (entity.GetTableName()!, column, type.IsEnum ? "1073741824" : "'zz'");

    private sealed class Lines : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> All { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            All.Enqueue(string.Create(CultureInfo.InvariantCulture, $"{logLevel} {formatter(state, exception)} {exception}"));

        public void Dispose()
        {
            // It holds nothing.
        }
    }
}
