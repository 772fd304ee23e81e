using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace Jpos.Benchmarks;

/// <summary>What SQLite makes of the statements that a consume needs, in a bare loop with a durable commit for each, or for several.</summary>
internal static class RawSqlite
{
    private static readonly string[] Statements =
    [
        """SELECT t."Number", t."IsEnabled", t."SignedOnAt", b."Number", s."Name" FROM "Terminals" t JOIN "Batches" b ON b."Id" = t."BatchId" JOIN "Stores" s ON s."Number" = t."StoreNumber" WHERE t."Number" = '50000001'""",
        """SELECT "Serial", "Code", "Answer" FROM "TransactionJournal" WHERE "BatchId" = $batch AND "Trace" = $trace""",
        """SELECT c."State", m."Grade", a."Id", l."Id", l."Remaining" FROM "Cards" c JOIN "CardProducts" p ON p."Id" = c."ProductId" LEFT JOIN "Members" m ON m."Id" = c."MemberId" JOIN "PointAccounts" a ON a."Id" = c."AccountId" JOIN "Lots" l ON l."AccountId" = a."Id" AND NOT l."IsEmpty" WHERE c."Number" = $card""",
        """INSERT INTO "TransactionJournal" ("Serial", "Operation", "BatchId", "Trace", "IsReversal", "Content", "At", "BusinessDay", "Code", "AccountId", "CardId", "MemberId", "Store", "Terminal", "BatchNumber", "MaskedCard", "PointAmount", "CashAmount", "TicketAmount", "VoucherAmount", "Used", "Awarded", "AwardRate", "AwardMultiplier", "Status", "Root", "Answer", "Version") VALUES ($serial, 1, $batch, $trace, 0, printf('%075d', 1), '2026-01-01 00:00:00', '2026-01-01', '00', (SELECT "AccountId" FROM "Cards" WHERE "Number" = $card), (SELECT "Id" FROM "Cards" WHERE "Number" = $card), 1, '100000000000001', '50000001', 1, '980000******0000', 1, 0, 0, 0, 100, 0, '0.0', '1.0', 0, $serial, zeroblob(218), 0)""",
        """INSERT INTO "Postings" ("AccountId", "Store", "Transaction", "Line", "LotId", "Programme", "Amount") SELECT l."AccountId", '100000000000001', $serial, 1, l."Id", 1, -100 FROM "Lots" l JOIN "Cards" c ON c."AccountId" = l."AccountId" WHERE c."Number" = $card LIMIT 1""",
        """UPDATE "Lots" SET "Remaining" = "Remaining" - 100, "Version" = "Version" + 1 WHERE "AccountId" = (SELECT "AccountId" FROM "Cards" WHERE "Number" = $card)""",
        """UPDATE "PointAccounts" SET "Balance" = "Balance" - 100, "Version" = "Version" + 1 WHERE "Id" = (SELECT "AccountId" FROM "Cards" WHERE "Number" = $card)""",
        """UPDATE "Batches" SET "PointDebitCount" = "PointDebitCount" + 1, "PointDebitAmount" = "PointDebitAmount" + 1, "Version" = "Version" + 1 WHERE "Id" = $batch""",
    ];

    /// <param name="file">The database.</param>
    /// <param name="inCommit">How many consumes share a commit.</param>
    /// <param name="time">For how long.</param>
    /// <param name="card">Some card's number.</param>
    public static (double PerSecond, TimeSpan Mean) Run(string file, int inCommit, TimeSpan time, Func<string> card)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var pragmas = connection.CreateCommand();
        pragmas.CommandText = "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;";
        pragmas.ExecuteNonQuery();
        using var find = connection.CreateCommand();
        find.CommandText = """SELECT "BatchId" FROM "Terminals" WHERE "Number" = '50000001'""";
        var batch = find.ExecuteScalar();
        var commands = Statements.Select(statement =>
        {
            var command = connection.CreateCommand();
            command.CommandText = statement;
            foreach (var name in (string[])["$batch", "$trace", "$card", "$serial"])
            {
                if (statement.Contains(name, StringComparison.Ordinal))
                {
                    command.Parameters.Add(new SqliteParameter(name, null));
                }
            }

            return command;
        }).ToList();

        // Far from the host's numbers, which begin at 10^11.
        var serial = (long)inCommit << 50;
        var trace = inCommit * 10_000;
        var count = 0;
        var began = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(began) < time)
        {
            using var transaction = connection.BeginTransaction();
            for (var each = 0; each < inCommit; each++)
            {
                var values = new Dictionary<string, object?> { ["$batch"] = batch, ["$trace"] = ++trace, ["$card"] = card(), ["$serial"] = ++serial };
                foreach (var command in commands)
                {
                    command.Transaction = transaction;
                    foreach (SqliteParameter parameter in command.Parameters)
                    {
                        parameter.Value = values[parameter.ParameterName];
                    }

                    using var reader = command.ExecuteReader();
                    while (reader.Read())
                    {
                        _ = reader.GetValue(0);
                    }
                }
            }

            transaction.Commit();
            count += inCommit;
        }

        var elapsed = Stopwatch.GetElapsedTime(began);
        commands.ForEach(command => command.Dispose());
        return (count / elapsed.TotalSeconds, elapsed / count * inCommit);
    }
}
