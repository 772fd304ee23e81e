using Jpos.Infrastructure.Database.PostgreSql;
using Jpos.Infrastructure.Database.Sqlite;
using Jpos.Infrastructure.Database.SqlServer;
using Jpos.Infrastructure.Files;
using Jpos.Infrastructure.Settings;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Jpos.Infrastructure.Startup;

/// <summary>Registers the engine by the settings <c>Jpos:Database:Provider</c> and <c>ConnectionStrings:Jpos</c>.</summary>
internal static class DatabaseRegistration
{
    /// <exception cref="SettingException">The provider is unknown, or has no connection string.</exception>
    public static void AddDatabase(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        services.AddSingleton<UnreadableValuesLog>();
        var connection = configuration.GetConnectionString("Jpos");
        string Server() => connection is { Length: > 0 } ? connection : throw new SettingException("ConnectionStrings:Jpos is missing. Set it to the connection string of the database server.");
        switch (configuration["Jpos:Database:Provider"] ?? "Sqlite")
        {
            case "Sqlite":
                var file = SqliteFile(connection is { Length: > 0 } ? connection : $"Data Source={HostSettings.DataFile(configuration, environment, "jpos.db")}", environment.ContentRootPath);
                services.AddSingleton<DatabaseEngine, SqliteEngine>();
                services.AddSingleton(ConnectionPool.Unlimited);
                services.AddDbContextPool<JposDbContext, SqliteJposDbContext>((provider, options) =>
                {
                    UseSqlite(options, file);
                    options.AddInterceptors(SaveInterceptors.OfSqlite(provider));
                });
                break;
            case "SqlServer":
                services.AddSingleton(PoolOfSqlServer(Server()));
                services.AddServer<SqlServerEngine, SqlServerJposDbContext>(
                    Server(),
                    (options, server, seconds) => options.UseSqlServer(Parse(() => SqlServerEngine.GivingUpAfter(seconds, server)), driver => SqlServerEngine.Configure(driver.CommandTimeout(seconds))),
                    SaveInterceptors.OfSqlServer);
                break;
            case "PostgreSql":
                services.AddSingleton(PoolOfPostgreSql(Server()));
                services.AddServer<PostgreSqlEngine, PostgreSqlJposDbContext>(
                    Server(),
                    (options, server, seconds) => options.UseNpgsql(PostgreSqlEngine.GivingUpAfter(seconds, Prepared(server)), driver => PostgreSqlEngine.Configure(driver.CommandTimeout(seconds))),
                    SaveInterceptors.OfPostgreSql);
                break;
            case var unknown:
                throw new SettingException($"Jpos:Database:Provider has the invalid value \"{unknown}\". Allowed: Sqlite, PostgreSql, SqlServer.");
        }
    }

    public static void UseSqlite(DbContextOptionsBuilder options, string connection) =>
        Configure(options.UseSqlite(connection, SqliteEngine.Configure).AddInterceptors(new SqliteDurability()));

    // EF's retrying strategy is not used, because it repeats single saves or refuses transactions that it did not begin. The transaction runner repeats a whole unit of work on fresh rows.
    private static void AddServer<TEngine, TContext>(this IServiceCollection services, string server, Action<DbContextOptionsBuilder, string, int> use, Func<IServiceProvider, IInterceptor[]> interceptors)
        where TEngine : DatabaseEngine
        where TContext : JposDbContext
    {
        services.AddSingleton<DatabaseEngine, TEngine>();
        services.AddDbContextPool<JposDbContext, TContext>((provider, options) =>
        {
            use(options, server, CommandTimeout(provider));
            Configure(options);
            options.AddInterceptors(interceptors(provider));
        });
    }

    /// <summary>The check that migrations match the model runs in the build. At each start it would take longer than the rest of the migration.</summary>
    private static void Configure(DbContextOptionsBuilder options) => options.ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning, RelationalEventId.NonTransactionalMigrationOperationWarning));

    /// <summary>A statement times out before its message. The shortest configurable deadline ends the statement itself, because drivers support no timeout below one second.</summary>
    private static int CommandTimeout(IServiceProvider provider) => Math.Max(1, provider.GetRequiredService<IOptions<MessageSettings>>().Value.DeadlineSeconds - 1);

    /// <summary>Enables prepared statements unless the connection string configures them: the host has few distinct statements. Sessions keep no state, so the reset on return to the pool is disabled.</summary>
    private static string Prepared(string server)
    {
        var builder = Parse(() => new NpgsqlConnectionStringBuilder(server));
        if (builder.MaxAutoPrepare == 0)
        {
            builder.MaxAutoPrepare = 100;
            builder.NoResetOnClose = true;
        }

        return builder.ToString();
    }

    private static ConnectionPool PoolOfPostgreSql(string server) =>
        Parse(() => new NpgsqlConnectionStringBuilder(server)) is { Pooling: true } builder ? new(builder.MaxPoolSize, "Maximum Pool Size") : ConnectionPool.Unlimited;

    private static ConnectionPool PoolOfSqlServer(string server) =>
        Parse(() => new SqlConnectionStringBuilder(server)) is { Pooling: true } builder ? new(builder.MaxPoolSize, "Max Pool Size") : ConnectionPool.Unlimited;

    /// <summary>Resolves a relative file against the host's folder, wherever the host was started. The driver's lock timeout is short, because the host waits for locks of other processes without blocking a thread.</summary>
    private static string SqliteFile(string connection, string folder)
    {
        var builder = Parse(() => new SqliteConnectionStringBuilder(connection) { DefaultTimeout = 1 });
        builder.DataSource = Path.Combine(folder, builder.DataSource);
        try
        {
            PrivateFolder.Make(Path.GetDirectoryName(builder.DataSource)!);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new SettingException($"The folder of the database file {builder.DataSource} cannot be created: {failure.Message} Set Jpos:DataFolder to a folder in which the user of the host may write.");
        }

        return builder.ToString();
    }

    /// <summary>Hides the connection string in errors, because it may contain a password.</summary>
    private static T Parse<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception malformed) when (malformed is ArgumentException or FormatException)
        {
            throw new SettingException($"ConnectionStrings:Jpos is not a connection string of this database engine (not shown): {malformed.Message.Split(" (Parameter", 2)[0]}");
        }
    }
}
