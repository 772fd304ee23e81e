using System.Globalization;
using Jpos.Infrastructure.Database;
using Jpos.Infrastructure.Database.Sqlite;
using Jpos.Infrastructure.Startup;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Jpos.Benchmarks;

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
