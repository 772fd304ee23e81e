using System.Data.Common;
using Jpos.Tests.Hosting;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Jpos.Tests.Persistence;

/// <summary>The database refuses what the domain would never do.</summary>
[TestFixtureSource(typeof(Engines), nameof(Engines.Each))]
internal sealed class ConstraintTests(Engine engine)
{
    private JposHost host = null!;

    [OneTimeSetUp]
    public async Task MakeSomeHistory()
    {
        host = await JposHost.Run(engine: engine);
        await host.Post("/v1/jpos/terminal/checkin", Form.CheckIn());
        await host.Post("/v1/jpos/trans/consume", Form.Consume(1, points: "10", cash: "100", vouchers: """{"id":1,"num":1}"""));
        await host.Post("/v1/jpos/trans/consumeReversal", Form.Consume(1, points: "10", cash: "100", vouchers: """{"id":1,"num":1}"""));
        await host.Post("/v1/jpos/trans/consume", Form.Consume(2, points: "10"));
    }

    [OneTimeTearDown]
    public async Task Stop() => await host.DisposeAsync();

    [TestCase("""UPDATE "Lots" SET "Remaining" = -1 WHERE "Remaining" > 0""", "CHECK", TestName = "A lot below zero")]
    [TestCase("""UPDATE "Lots" SET "Kind" = 1 WHERE "Remaining" > 0""", "CHECK", TestName = "A debt above zero")]
    [TestCase("""UPDATE "Tickets" SET "Remaining" = -1""", "CHECK", TestName = "A ticket with less than no pieces")]
    [TestCase("""UPDATE "Tickets" SET "Remaining" = "Issued" + 1""", "CHECK", TestName = "A ticket with more pieces than were issued")]
    [TestCase("""UPDATE "Postings" SET "Amount" = 0""", "CHECK", TestName = "A posting that moves nothing")]
    [TestCase("""UPDATE "TicketMovements" SET "Pieces" = 0""", "CHECK", TestName = "A movement of no pieces")]
    [TestCase("""UPDATE "TransactionJournal" SET "Used" = -1""", "CHECK", TestName = "A negative figure in the journal")]
    [TestCase("""UPDATE "TransactionJournal" SET "Trace" = NULL WHERE "Trace" IS NOT NULL""", "CHECK", TestName = "Half a key")]
    [TestCase("""UPDATE "TransactionJournal" SET "Trace" = 1, "IsReversal" = FALSE WHERE "Trace" IS NOT NULL""", "UNIQUE", TestName = "Two messages with one key")]
    [TestCase("""UPDATE "Batches" SET "PointDebitCount" = -1""", "CHECK", TestName = "A total below zero")]
    [TestCase("""UPDATE "Batches" SET "Number" = 0""", "CHECK", TestName = "Batch 000000")]
    [TestCase("""INSERT INTO "Batches" ("Id", "StoreNumber", "TerminalNumber", "Number", "OpenedAt", "GiftsPendingUntil", "Version", "PointDebitCount", "PointDebitAmount", "PointCreditCount", "PointCreditAmount", "CashDebitAmount", "CashCreditAmount", "VoucherDebitAmount", "VoucherCreditAmount", "CancelCount", "RefundCount", "TicketDebitCount", "TicketDebitAmount", "CardActiveCount", "GiftsOfDay") SELECT "Id" + 1, "StoreNumber", "TerminalNumber", "Number", "OpenedAt", "GiftsPendingUntil", "Version", "PointDebitCount", "PointDebitAmount", "PointCreditCount", "PointCreditAmount", "CashDebitAmount", "CashCreditAmount", "VoucherDebitAmount", "VoucherCreditAmount", "CancelCount", "RefundCount", "TicketDebitCount", "TicketDebitAmount", "CardActiveCount", "GiftsOfDay" FROM "Batches";""", "UNIQUE", TestName = "Two open batches of a terminal")]
    [TestCase("""UPDATE "Cards" SET "Number" = '9900000000000010'""", "UNIQUE", TestName = "Two cards with one number")]
    [TestCase("""UPDATE "Cards" SET "AccountId" = 999""", "FOREIGN KEY", TestName = "A card of no account")]
    [TestCase("""DELETE FROM "Lots";""", "FOREIGN KEY", TestName = "Lots without which postings would hang in the air")]
    [TestCase("""DELETE FROM "Batches";""", "FOREIGN KEY", TestName = "Batches without which keys would hang in the air")]
    [TestCase("""UPDATE "TransactionJournal" SET "CardId" = 999""", "FOREIGN KEY", TestName = "A transaction of no card")]
    [TestCase("""UPDATE "Postings" SET "LotId" = 999""", "FOREIGN KEY", TestName = "A posting to no lot")]
    [TestCase("""UPDATE "Terminals" SET "StoreNumber" = '1'""", "FOREIGN KEY", TestName = "A terminal of no store")]
    public async Task The_database_refuses(string sql, string constraint)
    {
        await host.InDatabase(async db =>
        {
            await db.Database.BeginTransactionAsync();
            Assert.That(
                async () => await db.Database.ExecuteSqlRawAsync(sql), Throws.InstanceOf<DbException>().With.Matches<DbException>(refused => Broken(refused!) == constraint));
        });
    }

    [Test]
    public async Task A_committed_answer_is_on_the_disk()
    {
        await host.InDatabase(async db =>
        {
            await db.Database.OpenConnectionAsync();
            if (engine is Engine.PostgreSql)
            {
                Assert.That(await Scalar(db, "SHOW synchronous_commit"), Is.EqualTo("on"));
                return;
            }

            if (engine is Engine.SqlServer)
            {
                Assert.That(await Scalar(db, "SELECT delayed_durability_desc FROM sys.databases WHERE database_id = DB_ID()"), Is.EqualTo("DISABLED"));
                return;
            }

            Assert.That(await Scalar(db, "PRAGMA synchronous"), Is.EqualTo("2"), "FULL");
            Assert.That(await Scalar(db, "PRAGMA journal_mode"), Is.EqualTo("wal"));
            Assert.That(await Scalar(db, "PRAGMA foreign_keys"), Is.EqualTo("1"));
        });
    }

    /// <summary>The kind of constraint that an engine says was violated.</summary>
    private static string? Broken(DbException exception) => exception switch
    {
        SqliteException sqlite => Array.Find(["CHECK", "UNIQUE", "FOREIGN KEY"], kind => sqlite.Message.Contains($"{kind} constraint failed", StringComparison.Ordinal)),
        SqlException { Number: 2601 or 2627 } => "UNIQUE",
        SqlException { Number: 547 } conflict => conflict.Message.Contains("CHECK constraint", StringComparison.Ordinal) ? "CHECK" : "FOREIGN KEY",
        PostgresException { SqlState: PostgresErrorCodes.CheckViolation } => "CHECK",
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } => "UNIQUE",
        PostgresException { SqlState: PostgresErrorCodes.ForeignKeyViolation or PostgresErrorCodes.RestrictViolation } => "FOREIGN KEY",
        _ => null,
    };

    private static async Task<string?> Scalar(DbContext db, string sql)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }
}
