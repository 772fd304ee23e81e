using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;

namespace Jpos.Benchmarks;

/// <summary>Consume over HTTP beside the engine's own limit, in one run on one machine.</summary>
internal static class Compare
{
    private const int Cards = 20_000;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(25);

    public static async Task Run(TimeSpan time, string[] engines)
    {
        var table = new ResultTable("what", "clients", "tx/s", "p50 ms", "p99 ms", "mean ms", "host µs/tx", "server µs/tx", "allocated kB/tx");
        if (engines.Contains("postgresql"))
        {
            await OnPostgres(table, time);
        }

        if (engines.Contains("sqlite"))
        {
            await OnSqlite(table, time);
        }

        table.Print(Console.Out);
    }

    /// <summary>Puts a host under load for a profiler to look at.</summary>
    public static async Task Load(string engine, int clients, TimeSpan time)
    {
        using BenchmarkDatabase database = engine == "postgresql" ? new PostgresBenchmarkDatabase() : new SqliteBenchmarkDatabase();
        await Filled(database);
        using var host = await HostUnderLoad.Start(database);
        Console.Error.WriteLine($"The host is process {host.Id}.");
        var trace = new int[Fill.Terminals];
        (string, string)? Next(int terminal) => Messages.Consume(Fill.Terminal(terminal), AnyCard(), Fill.OpenBatch, ++trace[terminal]);
        await Benchmarks.BenchmarkLoad.Run(host.Address, clients, WarmUp, Next);
        await Analyze(database);
        var (ofHost, ofServer) = (host.ProcessorTime, database.ProcessorTime);
        var measured = await Benchmarks.BenchmarkLoad.Run(host.Address, clients, time, Next);
        Console.Error.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{measured.PerSecond:F0} a second, {(host.ProcessorTime - ofHost).TotalMicroseconds / measured.Count:F0} µs of the host and {(database.ProcessorTime - ofServer).TotalMicroseconds / measured.Count:F0} µs of the server each"));
    }

    private static async Task OnPostgres(ResultTable table, TimeSpan time)
    {
        using var database = new PostgresBenchmarkDatabase();
        await Filled(database);
        await using (var db = database.Open())
        {
            await db.Database.ExecuteSqlRawAsync("CREATE SEQUENCE jpos_pgbench START 900000000000");
        }

        await PgBench.Run(database, 4, time, Cards);
        foreach (var clients in (int[])[1, 8, 32])
        {
            await Analyze(database);
            var before = database.ProcessorTime;
            var (perSecond, mean, count, p50, p99) = await PgBench.Run(database, clients, time, Cards);
            table.Add("pgbench, the same statements", clients, perSecond, p50, p99, mean, null, (database.ProcessorTime - before) / count, null);
        }

        await OverHttp(table, database, time, "PostgreSQL");
    }

    private static async Task OnSqlite(ResultTable table, TimeSpan time)
    {
        using var database = new SqliteBenchmarkDatabase();
        await Filled(database);
        foreach (var inCommit in (int[])[1, 16, 64])
        {
            var (perSecond, mean) = RawSqlite.Run(database.Path, inCommit, time, () => AnyCard());
            table.Add($"SQLite, raw loop, {inCommit} a commit", 1, perSecond, null, null, mean, null, null, null);
        }

        await OverHttp(table, database, time, "SQLite");
    }

    private static async Task OverHttp(ResultTable table, BenchmarkDatabase database, TimeSpan time, string name)
    {
        var trace = new int[Fill.Terminals];
        foreach (var (sharing, most) in ((string, string)[])[("shared", "64"), ("not shared", "1")])
        {
            using var host = await HostUnderLoad.Start(database, ("Jpos__Protocol__MostMessagesInUnit", most));
            (string, string)? Next(int terminal) => Messages.Consume(Fill.Terminal(terminal), AnyCard(), Fill.OpenBatch, ++trace[terminal]);
            await Benchmarks.BenchmarkLoad.Run(host.Address, 32, WarmUp, Next);
            await Analyze(database);
            foreach (var clients in (int[])[1, 8, 32])
            {
                var (ofHost, ofServer, bytes) = (host.ProcessorTime, database.ProcessorTime, host.AllocatedBytes);
                var measured = await Benchmarks.BenchmarkLoad.Run(host.Address, clients, time, Next);
                table.Add(
                    $"HTTP, {name}, {sharing}",
                    clients,
                    measured.PerSecond,
                    measured.Percentile(0.5),
                    measured.Percentile(0.99),
                    TimeSpan.FromTicks((long)measured.Latencies.Average(latency => latency.Ticks)),
                    (host.ProcessorTime - ofHost) / measured.Count,
                    (database.ProcessorTime - ofServer) / measured.Count,
                    (host.AllocatedBytes - bytes) / measured.Count);
            }
        }
    }

    private static async Task Filled(BenchmarkDatabase database)
    {
        await using var db = database.Open();
        await new Fill(database, db, new Size(Cards, 0)).Run();
    }

    /// <summary>What a server does by itself a minute later: its plans then fit tables with rows in them.</summary>
    private static async Task Analyze(BenchmarkDatabase database)
    {
        await using var db = database.Open();
        await db.Database.ExecuteSqlRawAsync("ANALYZE");
    }

    private static string AnyCard() => $"98{RandomNumberGenerator.GetInt32(1, Cards + 1).ToString("D14", CultureInfo.InvariantCulture)}";
}
