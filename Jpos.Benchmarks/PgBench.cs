using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Jpos.Benchmarks;

/// <summary>What PostgreSQL's own tool makes of the statements that a consume needs, in seven trips to the server and a transaction of its own each.</summary>
internal static partial class PgBench
{
    private const string Script = """
        \set card random(1, :cards)
        \set trace random(1, 499999)
        \set points 100
        BEGIN;
        SELECT t."Number", t."IsEnabled", t."MacPolicy", t."SignedOnAt", b."Id" AS batch, b."Number", s."Name", s."Advertisement" FROM "Terminals" t JOIN "Batches" b ON b."Id" = t."BatchId" JOIN "Stores" s ON s."Number" = t."StoreNumber" WHERE t."Number" = '5' || lpad((:client_id + 1)::text, 7, '0') FOR NO KEY UPDATE OF t \gset
        SELECT "Serial", "Code", "Answer" FROM "TransactionJournal" WHERE "BatchId" = :batch AND "Trace" = :trace;
        SELECT c."Id" AS cardid, c."State", m."Grade", a."Id" AS account, l."Id" AS lot, l."Remaining" FROM "Cards" c JOIN "CardProducts" p ON p."Id" = c."ProductId" LEFT JOIN "Members" m ON m."Id" = c."MemberId" JOIN "PointAccounts" a ON a."Id" = c."AccountId" JOIN "Lots" l ON l."AccountId" = a."Id" AND NOT l."IsEmpty" WHERE c."Number" = '98' || lpad((:card)::text, 14, '0') FOR NO KEY UPDATE OF c, a, l \gset
        INSERT INTO "TransactionJournal" ("Serial", "Operation", "BatchId", "Trace", "IsReversal", "Content", "At", "BusinessDay", "Code", "AccountId", "CardId", "MemberId", "Store", "Terminal", "BatchNumber", "MaskedCard", "PointAmount", "CashAmount", "TicketAmount", "VoucherAmount", "Used", "Awarded", "AwardRate", "AwardMultiplier", "Status", "Root", "Answer", "Version") SELECT serial, 1, :batch, 500000 + (serial - 900000000000)::int, FALSE, repeat('a', 75), now(), current_date, '00', :account, :cardid, 1, '100000000000001', '50000001', 1, '980000******0000', 1, 0, 0, 0, :points, 0, 0, 1, 0, serial, decode(repeat('61', 218), 'hex'), 0 FROM (SELECT nextval('jpos_pgbench') AS serial) s RETURNING "Serial" AS serial \gset
        WITH posting AS (INSERT INTO "Postings" ("AccountId", "Store", "Transaction", "Line", "LotId", "Programme", "Amount") VALUES (:account, '100000000000001', :serial, 1, :lot, 1, 0 - :points)), lots AS (UPDATE "Lots" SET "Remaining" = "Remaining" - :points, "Version" = "Version" + 1 WHERE "Id" = :lot), accounts AS (UPDATE "PointAccounts" SET "Balance" = "Balance" - :points, "Version" = "Version" + 1 WHERE "Id" = :account) UPDATE "Batches" SET "PointDebitCount" = "PointDebitCount" + 1, "PointDebitAmount" = "PointDebitAmount" + 1, "Version" = "Version" + 1 WHERE "Id" = :batch;
        COMMIT;
        """;

    /// <summary>Where it is; null if it is not installed.</summary>
    public static string? Program => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Concat(Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").OrderDescending().Select(version => Path.Combine(version, "bin")) : [])
        .Select(folder => Path.Combine(folder, "pgbench"))
        .FirstOrDefault(File.Exists);

    public static async Task<(double PerSecond, TimeSpan Mean, int Count, TimeSpan P50, TimeSpan P99)> Run(PostgresBenchmarkDatabase database, int clients, TimeSpan time, long cards)
    {
        var script = Path.Combine(database.Folder, "consume.sql");
        await File.WriteAllTextAsync(script, Script.ReplaceLineEndings("\n"));
        var start = new ProcessStartInfo(
            Program ?? throw new InvalidOperationException("pgbench is not installed; it comes with PostgreSQL's server."),
            string.Create(CultureInfo.InvariantCulture, $"-n -M prepared -c {clients} -j {Math.Min(clients, 2)} -T {(int)time.TotalSeconds} -D cards={cards} -f {script} -l --log-prefix={database.Folder}/pgbench{clients} -h {database.Socket} -U postgres postgres"))
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync();
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (Rate().Match(said) is not { Success: true } rate)
        {
            throw new InvalidOperationException($"{said}\n{errors}");
        }

        long[] latencies = [.. Directory.EnumerateFiles(database.Folder, $"pgbench{clients}.*").SelectMany(File.ReadLines).Select(line => long.Parse(line.Split(' ')[2], CultureInfo.InvariantCulture)).Order()];
        TimeSpan Of(double share) => TimeSpan.FromMicroseconds(latencies[(int)((latencies.Length - 1) * share)]);
        return (double.Parse(rate.Groups[1].Value, CultureInfo.InvariantCulture), TimeSpan.FromMicroseconds(latencies.Average()), latencies.Length, Of(0.5), Of(0.99));
    }

    [GeneratedRegex("tps = ([0-9.]+)")]
    private static partial Regex Rate();
}
