using Jpos.Domain.Programmes;
using Jpos.Infrastructure.Database.Rows;
using Jpos.Infrastructure.Keys;
using Jpos.Infrastructure.Maintenance;
using Jpos.Infrastructure.Security;
using Jpos.Infrastructure.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Jpos.Infrastructure.Startup;

/// <summary>Prepares the database before the first message: applies migrations, adds demo data to an empty database if configured, and opens the data keys.</summary>
public static partial class DatabaseSetup
{
    /// <summary>The wrapped master key of a terminal without one.</summary>
    private static readonly byte[] Keyless = [];

    private static readonly Transaction Setup = new(TransactionProfile.Startup, ConnectionConsumer.Maintenance, () => "Startup");

    /// <summary>Expires points now, as the daily job does.</summary>
    public static Task<int> ExpireJposPoints(this IHost host, CancellationToken cancellation = default) =>
        host.Services.GetRequiredService<ExpiryJob>().Run(cancellation);

    /// <summary>Prepares the database for a host that is about to run.</summary>
    /// <exception cref="SettingException">Dependent values contradict each other.</exception>
    /// <exception cref="InvalidOperationException">The database cannot be opened (see <see cref="OpenJposDatabase"/>), or demo data is configured outside Development.</exception>
    public static async Task PrepareJposDatabase(this IHost host, CancellationToken cancellation = default)
    {
        var environment = host.Services.GetRequiredService<IHostEnvironment>();
        var wantsDemo = HostSettings.WantsDemo(host.Services.GetRequiredService<IConfiguration>(), environment);
        DependentValues.Of(host.Services).Check();
        await host.OpenJposDatabase(cancellation);
        if (wantsDemo)
        {
            var log = host.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Jpos");
            if (!environment.IsDevelopment())
            {
                LogPublicKeys(log);
            }

            if (await host.Services.GetRequiredService<TransactionRunner>().Write(
                Setup with { Numbers = 0 }, (services, stop) => ActivatorUtilities.CreateInstance<DemoData>(services).Add(stop), cancellation))
            {
                LogDemoData(log);
            }
        }
    }

    /// <summary>Prepares the database without demo data, for commands. A command that runs before the host must not fill an empty database.</summary>
    /// <exception cref="SettingException">A different build created the schema.</exception>
    /// <exception cref="InvalidOperationException">Migrations are missing and must not be applied, or the host key is missing or is not the one of the database.</exception>
    internal static async Task OpenJposDatabase(this IHost host, CancellationToken cancellation)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var security = services.GetRequiredService<SecurityModule>();
        var db = services.GetRequiredService<JposDbContext>();
        var engine = services.GetRequiredService<DatabaseEngine>();
        var configuration = services.GetRequiredService<IConfiguration>();
        var runner = services.GetRequiredService<TransactionRunner>();
        var log = services.GetRequiredService<ILoggerFactory>().CreateLogger("Jpos");
        if (configuration.GetValue("Jpos:Database:MigrateOnStart", true))
        {
            await engine.Prepare(db, cancellation);
        }
        else if (db.Database.GetMigrations().Except(await engine.AppliedMigrations(db, cancellation)).ToList() is { Count: > 0 } pending)
        {
            throw new InvalidOperationException($"The database schema is not up to date: it lacks {string.Join(", ", pending)}, and Jpos:Database:MigrateOnStart is false. Stop all hosts and run the command {HostCommands.Migrate}.");
        }

        await engine.CheckOptions(db, cancellation);

        if (await db.Terminals.AsNoTracking().Where(terminal => terminal.WrappedMasterKey != Keyless).OrderBy(terminal => terminal.Number).FirstOrDefaultAsync(cancellation) is { } terminal && !services.GetRequiredService<IKeyManagement>().Opens(terminal))
        {
            throw OtherHostKey;
        }

        try
        {
            var keys = await runner.Write(Setup, MakeDataKeys, cancellation);
            foreach (var (use, wrapped) in keys)
            {
                security.Load(use, wrapped);
            }
        }
        catch (KeyNotOpenedException)
        {
            throw OtherHostKey;
        }

        await runner.Write(Setup, BeginProgramme, cancellation);
        await services.GetRequiredService<ProgrammeCache>().Refresh(db, cancellation);

        LogStart(log, ProductVersion.Text, configuration["Jpos:Database:Provider"] ?? "Sqlite");
        foreach (var zone in await TimeZonesCheck.Unknown(db, cancellation))
        {
            LogUnknownZone(log, zone);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Jpos {Version} opened its {Provider} database")]
    private static partial void LogStart(ILogger log, string version, string provider);

    [LoggerMessage(Level = LogLevel.Error, Message = "Time zone {TimeZone} of a store was not found on this machine. The host is not ready, and consumes at its stores get code 96. Install the time zone database (package tzdata)")]
    private static partial void LogUnknownZone(ILogger log, string timeZone);

    [LoggerMessage(Level = LogLevel.Information, Message = "Demo data was added to the empty database. Its stores, terminals and cards are in docs/running.md#demo-data")]
    private static partial void LogDemoData(ILogger log);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Demo data was requested outside Development. Its keys are public: anyone who can reach this host can spend points. Never serve real members with this database")]
    private static partial void LogPublicKeys(ILogger log);

    private static InvalidOperationException OtherHostKey => new("The host key is not the one that this database was created with. Restore that key; see docs/security.md#keys.");

    /// <summary>Adds the first rules to a new database; a database with rules keeps them.</summary>
    private static async Task<bool> BeginProgramme(IServiceProvider services, CancellationToken cancellation)
    {
        var db = services.GetRequiredService<JposDbContext>();
        var isNew = !await db.ProgrammeVersions.AnyAsync(cancellation);
        if (isNew)
        {
            db.ProgrammeVersions.Add(new ProgrammeVersion(1, services.GetRequiredService<ProgrammeSettings>().Rules(), services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime, "Jpos:Programme"));
        }

        return isNew;
    }

    /// <summary>Returns the wrapped keys of keyed hashes, which are created for a database without any.</summary>
    private static async Task<Dictionary<string, byte[]>> MakeDataKeys(IServiceProvider services, CancellationToken cancellation)
    {
        var (db, vault) = (services.GetRequiredService<JposDbContext>(), services.GetRequiredService<IKeyVault>());
        var keys = await db.DataKeys.AsNoTracking().ToDictionaryAsync(key => key.Use, key => key.Wrapped, cancellation);
        foreach (var use in SecurityModule.HashKeys.Where(use => !keys.ContainsKey(use)))
        {
            keys.Add(use, vault.MakeHashKey(use));
            db.DataKeys.Add(new DataKey { Use = use, Wrapped = keys[use] });
        }

        return keys;
    }
}
