using System.Data.Common;
using Jpos.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Jpos.Tests.EndToEnd;

[TestFixtureSource(typeof(Engines), nameof(Engines.SqliteOrEach))]
internal sealed class SettleCostTests(Engine engine)
{
    /// <summary>Totals are kept as the batch runs, so that settling reads none of its transactions (protocol §8): it sends the database the same statements, whatever came before.</summary>
    [Test]
    public async Task Settling_100_000_transactions_costs_what_settling_10_costs()
    {
        var sent = new Statements();
        await using var host = await JposHost.Run(
            services: services => services.Intercept(sent), checksBooks: false, engine: engine);
        await host.Post("/v1/jpos/terminal/checkin", Form.CheckIn());
        foreach (var trace in Enumerable.Range(1, 10))
        {
            await host.Post("/v1/jpos/trans/consume", Form.Consume(trace, points: "1", cash: "100"));
        }

        var ten = await Settle(host, sent, "000001", "10", "10");
        await host.Post("/v1/jpos/trans/consume", Form.Consume(1, points: "1", cash: "100", batch: "000002"));
        await host.InDatabase(db => db.Database.ExecuteSqlRawAsync(
            """
            WITH RECURSIVE traces(trace) AS (SELECT 2 UNION ALL SELECT trace + 1 FROM traces WHERE trace < 100000)
            INSERT INTO "TransactionJournal" ("Serial", "Root", "Trace", "BatchId", "Operation", "IsReversal", "Content", "At", "BusinessDay", "Code", "AccountId", "Store", "Terminal", "BatchNumber", "CardId", "MaskedCard", "PointAmount", "CashAmount", "TicketAmount", "VoucherAmount", "Used", "Awarded", "AwardRate", "AwardMultiplier", "Status", "Answer", "Version")
            SELECT 500000000000 + traces.trace, 500000000000 + traces.trace, traces.trace, "BatchId", "Operation", "IsReversal", "Content", "At", "BusinessDay", "Code", "AccountId", "Store", "Terminal", "BatchNumber", "CardId", "MaskedCard", 0, 0, 0, 0, 0, 0, "AwardRate", "AwardMultiplier", "Status", "Answer", 0
            FROM "TransactionJournal" CROSS JOIN traces WHERE "TransactionJournal"."Trace" = 1 AND "BatchId" = (SELECT max("Id") FROM "Batches")
            """));
        await host.InDatabase(db => db.Database.ExecuteSqlRawAsync("""UPDATE "Batches" SET "PointDebitCount" = 100000 WHERE "ClosedAt" IS NULL"""));
        var hundredThousand = await Settle(host, sent, "000002", "100000", "1");

        Assert.That(await host.InDatabase(db => db.Journal.CountAsync(entry => entry.BatchNumber == Domain.Protocol.BatchNumber.Of(2))), Is.EqualTo(100_000));
        Assert.That(hundredThousand, Is.EqualTo(ten));
        Assert.That(string.Join('\n', ten), Does.Not.Contain("TransactionJournal").And.Not.Contain("Lots"));
    }

    private static async Task<string[]> Settle(JposHost host, Statements sent, string batch, string count, string amount)
    {
        sent.Clear();
        var form = Form.Settle(batch).With("pointDebitCount", count).With("pointDebitAmount", amount).With("totalTransCount", count);
        var settled = await host.Post("/v1/jpos/trans/settle", form);
        Assert.That(settled.Json.GetProperty("settleFlag").GetString(), Is.EqualTo("ss"));
        return sent.All;
    }

    private sealed class Statements : DbCommandInterceptor
    {
        private readonly List<string> all = [];

        public string[] All => [.. all];

        public void Clear() => all.Clear();

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            all.Add(command.CommandText);
            return ValueTask.FromResult(result);
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            all.Add(command.CommandText);
            return ValueTask.FromResult(result);
        }

        public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default)
        {
            all.Add(command.CommandText);
            return ValueTask.FromResult(result);
        }
    }
}
