using Jpos.Infrastructure.Persistence.Sqlite;
using Jpos.Infrastructure.Persistence.SqlServer;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Jpos.Infrastructure.Persistence;

/// <summary>Which engine, by the settings <c>Jpos:Database:Provider</c> and <c>ConnectionStrings:Jpos</c>.</summary>
internal static class DatabaseRegistration
{
    private const string DefaultFile = "Data Source=data/jpos.db";

    /// <exception cref="InvalidOperationException">The provider is unknown, or has no connection string.</exception>
    public static void AddDatabase(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        var connection = configuration.GetConnectionString("Jpos");
        switch (configuration["Jpos:Database:Provider"] ?? "Sqlite")
        {
            case "Sqlite":
                var file = SqliteFile(connection ?? DefaultFile, environment.ContentRootPath);
                services.AddSingleton<DatabaseEngine, SqliteEngine>();
                services.AddDbContextPool<JposDbContext, SqliteJposDbContext>(options => UseSqlite(options, file));
                break;
            case "SqlServer":
                var server = connection ?? throw new InvalidOperationException("ConnectionStrings:Jpos is missing.");
                services.AddSingleton<DatabaseEngine, SqlServerEngine>();
                services.AddDbContextPool<JposDbContext, SqlServerJposDbContext>(options => options.UseSqlServer(server));
                break;
            case var unknown:
                throw new InvalidOperationException($"Jpos:Database:Provider is {unknown}; this host knows Sqlite and SqlServer.");
        }
    }

    public static void UseSqlite(DbContextOptionsBuilder options, string connection) =>
        options.UseSqlite(connection).AddInterceptors(new SqliteDurability());

    /// <summary>A relative file is relative to the host's own folder, wherever it was started from; and a lock of another process is waited for by the host, not by a thread in the driver.</summary>
    private static string SqliteFile(string connection, string folder)
    {
        var builder = new SqliteConnectionStringBuilder(connection) { DefaultTimeout = 1 };
        builder.DataSource = Path.Combine(folder, builder.DataSource);
        PrivateFolder.Make(Path.GetDirectoryName(builder.DataSource)!);
        return builder.ToString();
    }
}
