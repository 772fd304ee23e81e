using System.Data.Common;
using System.Text.Json;
using Jpos.Domain.Webhooks;
using Jpos.Infrastructure.Database;
using Jpos.Infrastructure.Database.SqlServer;
using Jpos.Tests.Unit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Jpos.Tests.Persistence.SqlServer;

/// <summary>Events of one card are sent in the order of their numbers, which SQL Server gives: it promises an order for an INSERT from a SELECT with ORDER BY, and none for a MERGE.</summary>
internal sealed class SqlServerOrderTests
{
    private static readonly long[] Added = [5, 3, 4, 1, 2, 9, 7];

    [Test]
    public async Task Events_of_one_save_are_numbered_in_the_order_in_which_they_were_added()
    {
        var sent = await Save(db => db.Outbox.AddRange(Added.Select(id => new OutboxEvent(id, EventTypes.TransactionApproved, "cards/1", "{}", Given.Utc, [1]))));
        AssertOrder(sent, "WebhookOutbox", nameof(OutboxEvent.EventId));
    }

    [Test]
    public async Task Deliveries_of_one_save_are_numbered_in_the_order_in_which_they_were_added()
    {
        var sent = await Save(db => db.Deliveries.AddRange(Added.Select(id => new Delivery(1, id, EventTypes.TransactionApproved, "cards/1", "{}", Given.Utc))));
        AssertOrder(sent, "WebhookDeliveries", nameof(Delivery.EventId));
    }

    private static async Task<Sent> Save(Action<JposDbContext> add)
    {
        var sent = new Sent();
        var options = new DbContextOptionsBuilder<SqlServerJposDbContext>().UseSqlServer(new SilentServer([]), SqlServerEngine.Configure).AddInterceptors(new SqlServerBulkUpdate(), sent).Options;
        await using var db = new SqlServerJposDbContext(options);
        await using var unit = await db.Database.BeginTransactionAsync();
        add(db);
        await db.SaveChangesAsync();
        Assert.That(db.ChangeTracker.Entries(), Is.Empty, "nobody knows their numbers here");
        return sent;
    }

    private static void AssertOrder(Sent sent, string table, string id)
    {
        var (text, rows) = sent.All.Single();
        Assert.That(text, Does.StartWith($"INSERT INTO [{table}] (").And.Contain(" ORDER BY [new].[place];").And.Not.Contain("MERGE").And.Not.Contain("[Number]"));
        Assert.That(TransactSql.ErrorsOf(text), Is.Empty);
        Assert.That(SchemaModel.Unbound([text]), Is.Empty);

        var columns = text[(text.IndexOf('(', StringComparison.Ordinal) + 1)..text.IndexOf(')', StringComparison.Ordinal)].Split(", ");
        var at = Array.IndexOf(columns, $"[{id}]");
        var values = JsonDocument.Parse(rows).RootElement.EnumerateArray().Select(row => (Id: row[at].GetInt64(), Place: row[columns.Length].GetInt32())).ToList();
        Assert.That(values.OrderBy(row => row.Place).Select(row => row.Id), Is.EqualTo(Added));
        Assert.That(values.Select(row => row.Place), Is.EqualTo(Enumerable.Range(0, Added.Length)));
    }

    private sealed class Sent : DbCommandInterceptor
    {
        public List<(string Text, string Rows)> All { get; } = [];

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            All.Add((command.CommandText, (string)command.Parameters[0].Value!));
            return ValueTask.FromResult(result);
        }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            All.Add((command.CommandText, ""));
            return ValueTask.FromResult(result);
        }
    }
}
