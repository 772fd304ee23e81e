using System.Globalization;
using Jpos.Infrastructure.Database;
using Jpos.Infrastructure.Database.PostgreSql;
using Jpos.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Jpos.Benchmarks;

internal sealed class PostgresBenchmarkDatabase : BenchmarkDatabase
{
    /// <summary>Durability is the server's default; memory is what a small server would be given.</summary>
    private const string Memory = "-c shared_buffers=1GB -c max_wal_size=8GB";

    private readonly PostgresCluster cluster = new(Memory);

    public override string Engine => "PostgreSql";

    public string Socket => cluster.Folder;

    public override TimeSpan ProcessorTime
    {
        get
        {
            // The server's processes are the children of the one that wrote its number down, which has what ended ones had.
            var parent = System.IO.File.ReadLines(System.IO.Path.Combine(cluster.Folder, "data", "postmaster.pid")).First();
            var ticks = Directory.EnumerateDirectories("/proc").Select(System.IO.Path.GetFileName).Where(name => char.IsAsciiDigit(name![0])).Sum(id => Stat(id!) switch
            {
                { } stat when id == parent => Ticks(stat, 4),
                { } stat when stat[1] == parent => Ticks(stat, 2),
                _ => 0,
            });
            return TimeSpan.FromMilliseconds(ticks * 10);
        }
    }

    protected override string ConnectionString => cluster.ConnectionString("postgres");

    public override string Series(long count) => string.Create(CultureInfo.InvariantCulture, $"generate_series(1::bigint, {count}) AS s(n)");

    public override string Pad(string number, int digits) => string.Create(CultureInfo.InvariantCulture, $"lpad(({number})::text, {digits}, '0')");

    public override string DaysBefore(string day, string days) => $"{day} - ({days})::int";

    public override async Task Settle(JposDbContext db)
    {
        foreach (var table in (string[])["Cards", "Members", "PointAccounts"])
        {
            await db.Database.ExecuteSqlRawAsync($"""SELECT setval(pg_get_serial_sequence('"{table}"', 'Id'), (SELECT max("Id") FROM "{table}"))""");
        }

        await db.Database.ExecuteSqlRawAsync("VACUUM ANALYZE");
        await db.Database.ExecuteSqlRawAsync("CHECKPOINT");
    }

    public override JposDbContext Open() => new PostgreSqlJposDbContext(
        new DbContextOptionsBuilder<PostgreSqlJposDbContext>().UseNpgsql(ConnectionString, own => PostgreSqlEngine.Configure(own.CommandTimeout(3600))).Options);

    public override DatabaseEngine Make() => new PostgreSqlEngine();

    public override void Dispose()
    {
        cluster.Dispose();
        base.Dispose();
    }

    private static long Ticks(string[] stat, int figures) => stat.Skip(11).Take(figures).Sum(figure => long.Parse(figure, CultureInfo.InvariantCulture));

    /// <summary>What /proc says of a process after its name; null if it has just ended.</summary>
    private static string[]? Stat(string id)
    {
        try
        {
            var text = System.IO.File.ReadAllText($"/proc/{id}/stat");
            return text[(text.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return null;
        }
    }
}
