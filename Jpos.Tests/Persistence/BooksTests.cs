using System.Text.RegularExpressions;
using Jpos.Infrastructure.Database.Sqlite;
using Jpos.Infrastructure.LedgerVerification;
using Jpos.Tests.Hosting;
using Jpos.Tests.Protocol;
using Microsoft.EntityFrameworkCore;

namespace Jpos.Tests.Persistence;

/// <summary>A fault of each kind, planted into books that are right, is found and named.</summary>
internal sealed partial class BooksTests
{
    /// <summary>Without what the database itself would refuse.</summary>
    private const string Unguarded = "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON; DROP INDEX IX_TransactionJournal_BatchId_Trace_IsReversal";

    private const string Consumed = "(SELECT Serial FROM TransactionJournal WHERE Trace = 1)";

    private JposHost host = null!;

    [OneTimeSetUp]
    public async Task MakeSomeHistory()
    {
        host = await JposHost.Run();
        await host.SignOn(Form.Terminal);
        await Sends("trans/consume", Form.Consume(1, points: "10", cash: "100", vouchers: """{"id":1,"num":1}"""));
        await Sends("trans/consume", Form.Consume(2, points: "5", cash: "200"));
        await Sends("trans/cancel", Form.Cancel(3, 2));
        await Sends("trans/consume", Form.Consume(4, points: "1"));
        await Sends("trans/consumeReversal", Form.Consume(4, points: "1"));
        var refunded = await Sends("trans/consume", Form.Consume(5, points: "2", cash: "300"));
        await Sends("refunds", Form.Query().With("traceNo", "000006").With("oriSerialNo", refunded.Serial));
        await Sends("tickets/consume", Form.Query().With("traceNo", "000007").With("ticket", """[{"id":2,"num":1}]"""));
        await Sends("trans/consume", Form.Consume(8, points: "9999"), "51");
    }

    [OneTimeTearDown]
    public async Task Stop() => await host.DisposeAsync();

    [Test]
    public async Task Books_that_are_right_have_no_faults_and_tell_how_much_was_looked_at()
    {
        var report = await host.InDatabase(db => new LedgerVerifier(db, new SqliteEngine()).Verify(CancellationToken.None));

        Assert.That(report.Discrepancies, Is.Empty);
        Assert.That(report.Summary, Does.Match("^9 accounts, [0-9]+ lots, 3 tickets, [0-9]+ entries, [0-9]+ postings, 5 ticket movements, 1 batches$"));
    }

    [TestCase("UPDATE Lots SET Remaining = Remaining + 1 WHERE AccountId = 101", "lot: .+ has 990.01 points, but its postings sum to 990$")]
    [TestCase("UPDATE PointAccounts SET Balance = 7 WHERE Id = 102", "account: 102 has a balance of 0.07 in 1 lots, but its lots hold 100 in 1$")]
    [TestCase("UPDATE Postings SET Programme = 9 WHERE Line = 1 AND \"Transaction\" = " + Consumed, "posting: line 1 of .+ and programme account 9; .+ belongs to another account$")]
    [TestCase("UPDATE Postings SET LotId = 999 WHERE Line = 1 AND \"Transaction\" = " + Consumed, "posting: line 1 of .+ between lot 999 and .+ belongs to another account$")]
    [TestCase("UPDATE Postings SET \"Transaction\" = 999 WHERE Line = 1 AND \"Transaction\" = " + Consumed, "posting: line 1 of .*999 is between .+ belongs to another account$")]
    [TestCase("UPDATE PointAccounts SET Balance = 7 WHERE Id = 102", "double entry: members hold .+ \\(Issued .+, Redeemed .+, Adjustment -1150\\); expected a sum of 0$")]
    [TestCase("UPDATE Tickets SET Remaining = 3 WHERE Id = 2", "ticket: 2 has 3 of 3 pieces, but its movements sum to 2$")]
    [TestCase("UPDATE TransactionJournal SET Code = '51' WHERE Trace = 1", "declined entry: .+ is 51 but has 2 postings and 1 ticket movements; expected none$")]
    [TestCase("UPDATE TransactionJournal SET Used = 900 WHERE Trace = 1", "consume: .+ is Posted, but 10 points are spent and 1.5 earned; expected 9 and 1.5$")]
    [TestCase("UPDATE TransactionJournal SET Awarded = 0 WHERE Trace = 6", "consume: .+ is Refunded, but 0 points are spent and 0 earned; expected 0 and 4.5$")]
    [TestCase("UPDATE TransactionJournal SET Status = 2 WHERE Trace = 1", "consume: .+ is Cancelled, but 10 points are spent and 1.5 earned; expected 0 and 0$")]
    [TestCase("UPDATE TransactionJournal SET Status = 1 WHERE Trace = 7", "undone entry: .+ is Reversed, but its family holds -1 pieces of tickets; expected 0$")]
    [TestCase("UPDATE TransactionJournal SET Status = 0 WHERE Trace = 2", "status: .+ is marked Posted, but has 0 posted reversals, 1 posted cancels and 0 posted refunds$")]
    [TestCase("UPDATE TransactionJournal SET Status = 2 WHERE Trace = 5", "status: .+ is marked Cancelled, but has 0 posted reversals, 0 posted cancels and 1 posted refunds$")]
    [TestCase("UPDATE TransactionJournal SET Original = 999 WHERE Trace = 3", "counterpart: .+, Cancel, names .*999 as its original and .+; they do not match it$")]
    [TestCase("UPDATE TransactionJournal SET Original = NULL WHERE Trace = 4 AND IsReversal", "counterpart: .+, the reversal of a Consume, names nothing as its original")]
    [TestCase("UPDATE TransactionJournal SET Root = 100000000001 WHERE Trace = 1", "counterpart: .+, Consume, names nothing as its original and 100000000001 as")]
    [TestCase("UPDATE TransactionJournal SET Trace = 1 WHERE Trace = 2", "key: trace 000001 of batch .+ has 2 entries as an original; expected 1$")]
    [TestCase("UPDATE TransactionJournal SET Answer = x'' WHERE Trace = 8", "answer: .+ has the code 51, but no stored answer$")]
    [TestCase("UPDATE Batches SET PointDebitAmount = PointDebitAmount + 1", "batch: .+ has debits 3 of 17.01, .+, but its transactions sum to debits 3 of 17, credits 2 of 7, tickets 1 of 30, cancels 1, refunds 1, activations 0, .+")]
    public async Task A_planted_fault_is_named(string sql, string fault)
    {
        var faults = await FaultsAfter(sql);

        Assert.That(faults, Has.Some.Matches(fault), string.Join('\n', faults));
        Assert.That(faults.Where(line => CardNumber().IsMatch(line)), Is.Empty, "card numbers");
    }

    [Test]
    public async Task Of_very_many_faults_of_a_kind_some_are_told_and_the_others_counted()
    {
        var faults = await FaultsAfter(
            $"""
            WITH RECURSIVE numbers(number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM numbers WHERE number < {LedgerVerifier.MostTold + 20})
            INSERT INTO Postings (AccountId, Store, "Transaction", Line, LotId, Programme, Amount) SELECT AccountId, Store, Serial, 100 + number, 999, 4, 1 FROM TransactionJournal CROSS JOIN numbers WHERE Trace = 7
            """);

        var postings = faults.Where(fault => fault.StartsWith("posting: ", StringComparison.Ordinal)).ToList();
        Assert.That((postings.Count, postings[^1]), Is.EqualTo((LedgerVerifier.MostTold + 1, "posting: 20 more")));
    }

    /// <summary>Breaks a copy of the books.</summary>
    private async Task<IReadOnlyList<string>> FaultsAfter(string sql)
    {
        using var folder = new TemporaryFolder();
        var copy = $"Data Source={folder.File("copy.db")};Pooling=False";
        await host.InDatabase(db => db.Database.ExecuteSqlAsync($"VACUUM INTO {folder.File("copy.db")}"));
        await using var db = new SqliteJposDbContext(new DbContextOptionsBuilder<SqliteJposDbContext>().UseSqlite(copy).Options);
        await db.Database.OpenConnectionAsync();
        await db.Database.ExecuteSqlRawAsync(Unguarded);
        Assert.That(await db.Database.ExecuteSqlRawAsync(sql), Is.Positive, "rows changed");
        return (await new LedgerVerifier(db, new SqliteEngine()).Verify(CancellationToken.None)).Discrepancies;
    }

    private async Task<TerminalAnswerText> Sends(string resource, Form form, string status = "00")
    {
        var answer = await host.Post($"/v1/jpos/{resource}", form);
        Assert.That(answer.Status, Is.EqualTo(status), $"{resource} {form.Fields["traceNo"]}: {answer.Detail}");
        return answer;
    }

    [GeneratedRegex("99[0-9]{14}")]
    private static partial Regex CardNumber();
}
