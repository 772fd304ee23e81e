using Jpos.Domain;
using Jpos.Domain.Accounts;
using Jpos.Domain.Batches;
using Jpos.Infrastructure.Database;
using Jpos.Infrastructure.Dispatch;
using Jpos.Tests.Hosting;
using Jpos.Tests.Protocol;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.Extensions.DependencyInjection;

namespace Jpos.Tests.Persistence;

/// <summary>Rows that are written many at once are what they are when each is written by itself.</summary>
[TestFixtureSource(typeof(Engines), nameof(Engines.PostgreSql))]
internal sealed class ManyRowsTests(Engine engine)
{
    private static readonly string[] Terminals = ["10000001", "10000004", "10000005", "20000001"];
    private static readonly string[] Kinds = ["Lots", "Postings", "TicketMovements", "TransactionJournal"];

    private static readonly ClaimedTotals Nothing = new()
    {
        PointDebitCount = 0,
        PointDebitAmount = Money.Zero,
        PointCreditCount = 0,
        PointCreditAmount = Money.Zero,
        TicketDebitCount = 0,
        TicketDebitAmount = Money.Zero,
        TicketCreditCount = 0,
        TicketCreditAmount = Money.Zero,
        TotalTransCount = 0,
        CancelCount = 0,
        RefundCount = 0,
        CardActiveCount = 0,
    };

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
            Assert.That(db.ChangeTracker.HasChanges(), Is.False);
        });

        var statements = sent.Take().Select(statement => statement.Sql).ToList();
        Assert.That(statements, Has.Count.EqualTo(1), "all in one trip");
        Assert.That(statements.Single().Split("INSERT INTO").Skip(1).Select(insert => insert.Split('"')[1]), Is.EquivalentTo(Kinds));
        Assert.That(await host.Dump(), Is.EqualTo(before));
    }

    [Test]
    public async Task What_changes_at_once_is_what_is_there_afterwards()
    {
        var sent = new SentStatements();
        await using var host = await JposHost.Run(services: services => services.Intercept(sent), checksBooks: false, engine: engine);
        await SignOnSome(host);
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<JposDbContext>();
        var rows = await Change(db);
        sent.Take();
        await using (await db.Database.BeginTransactionAsync())
        {
            await db.SaveChangesAsync();
            await db.Database.CommitTransactionAsync();
        }

        Assert.That(sent.Take().Select(statement => statement.Sql).Single().Split("UPDATE ").Skip(1).Select(update => update.Split('"')[1]), Is.EquivalentTo(["Batches", "Lots", "PointAccounts"]));
        await host.InDatabase(async fresh =>
        {
            foreach (var row in rows)
            {
                var kept = await fresh.FindAsync(row.Metadata.ClrType, row.Metadata.FindPrimaryKey()!.Properties.Select(key => row.CurrentValues[key]).ToArray());
                Assert.That(Values(fresh.Entry(kept!)), Is.EqualTo(Values(row)), row.Metadata.ShortName());
            }
        });
        Assert.That(db.ChangeTracker.HasChanges(), Is.False);
        rows.ForEach(row => row.State = EntityState.Modified);
        Assert.That(await db.SaveChangesAsync(), Is.EqualTo(rows.Count), "they may change again");
    }

    [Test]
    public async Task One_row_that_somebody_else_changed_fails_them_all()
    {
        await using var host = await JposHost.Run(checksBooks: false, engine: engine);
        await SignOnSome(host);
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<JposDbContext>();
        await Change(db);
        await host.InDatabase(async other =>
        {
            other.Entry(await other.Lots.OrderBy(lot => lot.Id).FirstAsync()).State = EntityState.Modified;
            await other.SaveChangesAsync();
        });
        var before = await host.Dump();

        var stale = await Assert.ThrowsAsync<DbUpdateConcurrencyException>(async () =>
        {
            await using var unit = await db.Database.BeginTransactionAsync();
            await db.SaveChangesAsync();
        });
        Assert.That(host.Services.GetRequiredService<DatabaseEngine>().IsConflict(stale!), Is.True);
        Assert.That(await host.Dump(), Is.EqualTo(before));
    }

    [Test]
    public async Task Terminals_that_settle_at_once_close_their_batches_before_the_next_ones_open()
    {
        await using var host = await JposHost.Run(engine: engine);
        await SignOnSome(host);
        var (numbers, programme) = (host.Services.GetRequiredService<INumberSequence>(), host.Services.GetRequiredService<ProgrammeCache>().Value);
        await host.InDatabase(async db =>
        {
            await db.Database.BeginTransactionAsync();
            foreach (var batch in await db.Batches.ToListAsync())
            {
                db.Add(batch.Settle(Nothing, JposHost.Start.UtcDateTime));
                db.Add(Batch.Open(batch.StoreNumber, batch.TerminalNumber, batch.Number.Next, JposHost.Start.UtcDateTime, programme, numbers));
            }

            await db.SaveChangesAsync();
            await db.Database.CommitTransactionAsync();
            Assert.That(await db.Batches.CountAsync(), Is.EqualTo(2 * Terminals.Length));
        });
    }

    [Test]
    public async Task Messages_of_a_unit_see_what_those_before_them_wrote()
    {
        var sent = new SentStatements();
        await using var host = await JposHost.Run(services: services => services.Intercept(sent), engine: engine);
        await SignOnSome(host);
        var groupCommitQueue = host.Services.GetRequiredService<GroupCommitQueue>();
        var answers = new List<Task<TerminalAnswerText>>();
        await using (await host.Database.HoldUpWriters())
        {
            answers.Add(host.Post("/v1/jpos/trans/consume", Form.Consume(1, points: "1", cash: "50")));

            // It is taken, and waits for its terminal.
            await Task.Delay(100);
            for (var trace = 2; trace < 14; trace += 2)
            {
                // A cancel looks for what was written, and its card and batch change once more.
                await Queue("trans/consume", Form.Consume(trace, points: "10", cash: "50"));
                await Queue("trans/cancel", Form.Cancel(trace + 1, trace));
            }
        }

        Assert.That((await Task.WhenAll(answers)).Select(answer => answer.Status), Has.All.EqualTo("00"));
        Assert.That(sent.Take().Count(statement => statement.Sql.Contains("unnest(@p", StringComparison.Ordinal)), Is.Positive, "many rows at once");
        Assert.That((await host.Post("/v1/jpos/cards", Form.Query())).Available, Is.EqualTo(999m));

        async Task Queue(string resource, Form form)
        {
            var before = groupCommitQueue.QueuedCount;
            answers.Add(host.Post($"/v1/jpos/{resource}", form));
            while (groupCommitQueue.QueuedCount == before && !answers[^1].IsCompleted)
            {
                await Task.Delay(1);
            }
        }
    }

    private static async Task SignOnSome(JposHost host)
    {
        foreach (var terminal in Terminals)
        {
            var form = Form.CheckIn(terminal);
            var answer = await host.Post("/v1/jpos/terminal/checkin", terminal[0] == '2' ? form.With("storeNo", "100000000000002") : form);
            Assert.That(answer.Status, Is.EqualTo("00"), terminal);
        }
    }

    /// <summary>Rows with values of their own, rows that change as a whole, and rows with several values in one.</summary>
    private static async Task<List<EntityEntry>> Change(JposDbContext db)
    {
        var rows = (await db.Lots.ToListAsync<object>()).Concat(await db.Accounts.ToListAsync()).Concat(await db.Batches.ToListAsync()).Select(row => db.Entry(row)).ToList();
        foreach (var row in rows)
        {
            switch (row.Entity)
            {
                case Lot:
                    row.Property(nameof(Lot.Remaining)).CurrentValue = (Points)row.Property(nameof(Lot.Remaining)).CurrentValue! + Points.Of(0.01m);
                    break;
                case Batch batch:
                    row.ComplexProperty(nameof(Batch.Totals)).Property(nameof(BatchTotals.CancelCount)).CurrentValue = batch.Totals.CancelCount + (int)(batch.Id % 7) + 1;
                    break;
                default:
                    row.State = EntityState.Modified;
                    break;
            }
        }

        return rows;
    }

    private static string[] Values(EntityEntry row) => [.. row.Metadata.GetFlattenedProperties().Select(property => $"{property.Name} {row.CurrentValues[property]}")];
}
