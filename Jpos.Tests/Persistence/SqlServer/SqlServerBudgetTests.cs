using Jpos.Application.TerminalProtocol.Transactions;
using Jpos.Application.Time;
using Jpos.Domain;
using Jpos.Domain.Accounts;
using Jpos.Domain.Batches;
using Jpos.Domain.Journal;
using Jpos.Domain.Protocol;
using Jpos.Infrastructure.Database;
using Jpos.Infrastructure.Database.SqlServer;
using Jpos.Tests.Unit;
using Microsoft.EntityFrameworkCore;

namespace Jpos.Tests.Persistence.SqlServer;

/// <summary>What a unit of work asks of SQL Server, by how many consumes share it. What it writes is what a consume writes; it is sent to nobody.</summary>
internal sealed class SqlServerBudgetTests
{
    /// <summary>Trips to the server for a unit, its begin and its commit not counted.</summary>
    private const int Trips = 9;

    /// <summary>Letters of all its statements.</summary>
    private const int Letters = 13_000;

    private static readonly int[] Sizes = [1, 8, 32, 64];

    [Test]
    public async Task Whatever_a_unit_handles_its_statements_are_the_same()
    {
        var texts = new List<string[]>();
        foreach (var consumes in Sizes)
        {
            var sent = await StatementsOf(consumes);
            await TestContext.Out.WriteLineAsync($"{consumes} consumes: {sent.Count} trips, {sent.Sum(sql => sql.Length)} letters, {sent.Distinct().Count()} texts");
            Assert.That(sent, Has.Count.LessThanOrEqualTo(Trips), string.Join("\n\n", sent));
            Assert.That(sent.Sum(sql => sql.Length), Is.LessThanOrEqualTo(Letters));
            texts.Add([.. sent]);
        }

        Assert.That(texts, Has.All.EqualTo(texts[0]));
    }

    [Test]
    public async Task Every_row_is_written_by_a_statement_about_many()
    {
        var written = (await StatementsOf(8)).Single(sql => sql.Contains("INSERT", StringComparison.Ordinal));
        Assert.That(written.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(statement => string.Join(' ', statement.Split(' ')[..2]) + (statement.Contains("OPENJSON(@p", StringComparison.Ordinal) ? "" : " row by row")), Is.EquivalentTo(
            ["UPDATE [here]", "UPDATE [here]", "UPDATE [here]", "INSERT INTO", "INSERT INTO"]));
    }

    private static async Task<List<string>> StatementsOf(int consumes)
    {
        var sent = new List<string>();
        await using var db = new SqlServerJposDbContext(
            new DbContextOptionsBuilder<SqlServerJposDbContext>().UseSqlServer(new SilentServer(sent), SqlServerEngine.Configure).AddInterceptors(new SqlServerBulkUpdate()).Options);
        var (engine, programme) = (new SqlServerEngine(), new ProgrammeCache(TimeProvider.System));
        var unit = new UnitOfWork(db, engine, new UnitOfWorkSession(db, engine), new UnitOfWorkCache(db, engine, new AccountLots(db, programme, new ProgrammeClock(TimeProvider.System, TimeZoneInfo.Utc))), programme);
        await unit.BeginWriting(CancellationToken.None);
        await unit.Prepare([.. Enumerable.Range(1, consumes).Select(Bought)], CancellationToken.None);
        await PrefetchQueries.Of(db).Lots(db, [.. Enumerable.Range(1, consumes).Select(account => (long)account)], Given.NextYear).ToListAsync();
        foreach (var number in Enumerable.Range(1, consumes))
        {
            Row<TransactionJournal>(db, number, isNew: true);
            Row<Posting>(db, number, isNew: true);
            Row<Lot>(db, number, isNew: false);
            Row<PointAccount>(db, number, isNew: false);
        }

        Row<Batch>(db, 1, isNew: false);
        await unit.Commit(CancellationToken.None);
        return sent;
    }

    private static void Row<TRow>(SqlServerJposDbContext db, int number, bool isNew)
        where TRow : class =>
        Samples.Row(db, db.Model.FindEntityType(typeof(TRow))!, number, isNew).State = isNew ? EntityState.Added : EntityState.Modified;

    private static Consume Bought(int trace) => new()
    {
        Store = Given.StoreNumber,
        Terminal = TerminalNumber.Of($"{10_000_000 + (trace % 8)}"),
        Card = CardNumber.Of($"{9_900_000_000_000_000L + trace}"),
        Trace = TraceNumber.Of(trace),
        EntryMode = Given.Mode("01"),
        PointAmount = Amount.Of("1"),
        CashAmount = Amount.Of("1"),
    };
}
