using System.Globalization;
using Jpos.Infrastructure.Persistence;
using Jpos.Infrastructure.Persistence.PostgreSql;
using Jpos.Infrastructure.Persistence.Sqlite;
using Jpos.Tests.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Jpos.Benchmarks;

/// <summary>A database of a benchmark, on a real disk and with durable commits, gone at the end.</summary>
internal abstract class BenchmarkDatabase : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public string Folder => folder.Path;

    public abstract string Engine { get; }

    /// <summary>What a server of its own has had of the processors; nothing, if the database lives in the host.</summary>
    public abstract TimeSpan ProcessorTime { get; }

    public IEnumerable<(string Name, string Value)> Settings =>
    [
        ("Jpos__Database__Provider", Engine),
        ("ConnectionStrings__Jpos", ConnectionString),
        ("Jpos__Security__HostKeyFile", folder.File("host.key")),
        ("Jpos__Limits__RequestsPerSecondOfAddress", "0"),
        ("Jpos__Limits__RequestsPerSecondOfTerminal", "0"),
    ];

    /// <summary>A list of the numbers from 1 on, as SQL.</summary>
    public abstract string Series(long count);

    /// <summary>A number with leading zeros, as SQL.</summary>
    public abstract string Pad(string number, int digits);

    /// <summary>A day earlier than another, as SQL.</summary>
    public abstract string DaysBefore(string day, string days);

    /// <summary>To be called when it is filled.</summary>
    public abstract Task Settle(JposDbContext db);

    public abstract JposDbContext Open();

    /// <summary>The engine, as the host sees it.</summary>
    public abstract DatabaseEngine Make();

    public virtual void Dispose() => folder.Dispose();

    protected abstract string ConnectionString { get; }

    protected string File(string name) => folder.File(name);
}

internal sealed class SqliteBenchmarkDatabase : BenchmarkDatabase
{
    public override string Engine => "Sqlite";

    public override TimeSpan ProcessorTime => TimeSpan.Zero;

    public string Path => File("jpos.db");

    protected override string ConnectionString => $"Data Source={Path}";

    public override string Series(long count) =>
        string.Create(CultureInfo.InvariantCulture, $"(WITH RECURSIVE s(n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM s WHERE n < {count}) SELECT n FROM s) AS s");

    public override string Pad(string number, int digits) => string.Create(CultureInfo.InvariantCulture, $"printf('%0{digits}d', {number})");

    public override string DaysBefore(string day, string days) => $"date({day}, '-' || ({days}) || ' days')";

    public override Task Settle(JposDbContext db) => db.Database.ExecuteSqlRawAsync("ANALYZE; PRAGMA wal_checkpoint(TRUNCATE);");

    public override JposDbContext Open()
    {
        var options = new DbContextOptionsBuilder<SqliteJposDbContext>();
        DatabaseRegistration.UseSqlite(options, ConnectionString);
        return new SqliteJposDbContext(options.Options);
    }

    public override DatabaseEngine Make() => new SqliteEngine();

    public override void Dispose()
    {
        SqliteConnection.ClearAllPools();
        base.Dispose();
    }
}

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
        new DbContextOptionsBuilder<PostgreSqlJposDbContext>().UseNpgsql(ConnectionString, own => own.CommandTimeout(3600)).Options);

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
