using Jpos.Infrastructure.Database;
using Jpos.Infrastructure.Database.PostgreSql;
using Jpos.Infrastructure.Database.Sqlite;
using Jpos.Infrastructure.Database.SqlServer;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Jpos.Tests.Hosting;

internal static class Engines
{
    /// <summary>For a fixture that runs on each engine; where PostgreSQL is not installed its part is skipped, and says why. SQL Server is there for a run that names a server.</summary>
    public static IEnumerable<TestFixtureData> Each =>
    [
        new TestFixtureData(Engine.Sqlite),
        PostgresCluster.Missing is { } reason ? new TestFixtureData(Engine.PostgreSql).Ignore(reason) : new TestFixtureData(Engine.PostgreSql),
        .. SqlServerTestDatabase.Server is null ? (TestFixtureData[])[] : [new TestFixtureData(Engine.SqlServer)],
    ];

    /// <summary>For a fixture that takes long: SQLite in the short form, each engine in the long form.</summary>
    public static IEnumerable<TestFixtureData> SqliteOrEach => ShortForm(Engine.Sqlite);

    /// <summary>For a fixture that takes long: PostgreSQL in the short form, each engine in the long form.</summary>
    public static IEnumerable<TestFixtureData> PostgreSqlOrEach => ShortForm(Engine.PostgreSql);

    /// <summary>For a fixture about what only a server does: several hosts, several writers.</summary>
    public static IEnumerable<TestFixtureData> Servers => Each.Where(fixture => fixture.Arguments[0] is not Engine.Sqlite);

    /// <summary>For a fixture that does something to the server or its driver that it knows how to do to PostgreSQL only.</summary>
    public static IEnumerable<TestFixtureData> PostgreSql => Each.Where(fixture => fixture.Arguments[0] is Engine.PostgreSql);

    /// <summary>For a fixture that reads plans: those of SQL Server it cannot read.</summary>
    public static IEnumerable<TestFixtureData> WithReadablePlans => Each.Where(fixture => fixture.Arguments[0] is not Engine.SqlServer);

    /// <summary>One engine in the short form, SQLite where that one is missing; a server that the run names is always there.</summary>
    private static IEnumerable<TestFixtureData> ShortForm(Engine engine)
    {
        var first = engine is Engine.PostgreSql && PostgresCluster.Missing is not null ? Engine.Sqlite : engine;
        return TestLength.IsLong ? Each : Each.Where(fixture => Equals(fixture.Arguments[0], first) || fixture.Arguments[0] is Engine.SqlServer);
    }

    /// <summary>What the host makes of the engine that a context is of.</summary>
    public static DatabaseEngine Of(JposDbContext db) => db switch
    {
        SqliteJposDbContext => new SqliteEngine(),
        SqlServerJposDbContext => new SqlServerEngine(),
        _ => new PostgreSqlEngine(),
    };

    /// <summary>Puts an interceptor into the host's database context, whichever engine it is of.</summary>
    public static IServiceCollection Intercept(this IServiceCollection services, IInterceptor interceptor) => services
        .ConfigureDbContext<SqliteJposDbContext>(options => options.AddInterceptors(interceptor))
        .ConfigureDbContext<PostgreSqlJposDbContext>(options => options.AddInterceptors(interceptor))
        .ConfigureDbContext<SqlServerJposDbContext>(options => options.AddInterceptors(interceptor));
}
