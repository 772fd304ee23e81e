using Jpos.Infrastructure.Persistence;
using Jpos.Tests.Hosting;
using Jpos.Tests.Protocol;
using Microsoft.EntityFrameworkCore;

namespace Jpos.Tests.Persistence;

/// <summary>Rows that are written many at once are what they are when each is written by itself.</summary>
[TestFixtureSource(typeof(Engines), nameof(Engines.Servers))]
internal sealed class ManyRowsTests(Engine engine)
{
    private static readonly string[] Kinds = ["Lots", "Postings", "TicketMovements", "TransactionJournal"];

    [Test]
    public async Task What_messages_wrote_one_by_one_is_the_same_when_it_is_written_at_once()
    {
        var sent = new SentStatements();
        await using var host = await JposHost.Run(services: services => services.Intercept(sent), engine: engine);
        await host.SignOn(Form.Terminal);
        for (var trace = 1; trace < 20; trace += 4)
        {
            // A gift, a swipe of a ticket, what undoes something, and what is declined.
            var serial = (await host.Post("/v1/jpos/trans/consume", Form.Consume(trace, points: "1.23", cash: "90").With("registerTraceNo", "till 1"))).Serial;
            await host.Post("/v1/jpos/tickets/consume", Form.Query().With("traceNo", $"{trace + 1:D6}").With("ticket", """[{"id":2,"num":1}]"""));
            await host.Post("/v1/jpos/refunds", Form.Query().With("traceNo", $"{trace + 2:D6}").With("oriSerialNo", serial));
            await host.Post("/v1/jpos/trans/consume", Form.Consume(trace + 3, points: "999999"));
        }

        var before = await host.Dump();
        await host.InDatabase(async db =>
        {
            var rows = (await db.Journal.ToListAsync<object>()).Concat(await db.Postings.ToListAsync()).Concat(await db.TicketMovements.ToListAsync()).Concat(await db.Lots.ToListAsync()).ToList();
            await db.Database.BeginTransactionAsync();
            await db.TicketMovements.ExecuteDeleteAsync();
            await db.Postings.ExecuteDeleteAsync();
            await db.Lots.ExecuteDeleteAsync();
            await db.Journal.OrderByDescending(entry => entry.Serial).ExecuteDeleteAsync();
            rows.ForEach(row => db.Entry(row).State = EntityState.Added);
            sent.Take();
            await db.SaveChangesAsync();
            await db.Database.CommitTransactionAsync();
        });

        var statements = sent.Take().Select(statement => statement.Sql).ToList();
        Assert.That(statements, Has.Count.EqualTo(1), "all in one trip");
        Assert.That(statements.Single().Split("INSERT INTO").Skip(1).Select(insert => insert.Split('"')[1]), Is.EquivalentTo(Kinds));
        Assert.That(await host.Dump(), Is.EqualTo(before));
    }
}
