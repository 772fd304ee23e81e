using Jpos.Domain.Programmes;
using Jpos.Infrastructure.Database;
using Jpos.Infrastructure.Database.Rows;
using Jpos.Infrastructure.Keys;
using Jpos.Infrastructure.Maintenance;
using Jpos.Infrastructure.Security;
using Jpos.Infrastructure.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Jpos.Infrastructure.Startup;

/// <summary>Gets the database ready before the first message: migrations, demo data where it is wanted and the database is empty, and the key that opens it.</summary>
public static partial class DatabaseSetup
{
    /// <summary>What a terminal has that was not given its master key yet.</summary>
    private static readonly byte[] Keyless = [];

    /// <summary>Takes all expired points now, as the daily run does.</summary>
    public static Task<int> ExpireJposPoints(this IHost host, CancellationToken cancellation = default) =>
        host.Services.GetRequiredService<ExpiryJob>().Run(cancellation);

    /// <summary>Gets the database ready for a host that is about to run.</summary>
    /// <exception cref="InvalidOperationException">The database cannot be opened (see <see cref="OpenJposDatabase"/>), or demo data is wanted outside Development.</exception>
    public static async Task PrepareJposDatabase(this IHost host, CancellationToken cancellation = default)
    {
        var environment = host.Services.GetRequiredService<IHostEnvironment>();
        var wantsDemo = HostSettings.WantsDemo(host.Services.GetRequiredService<IConfiguration>(), environment);
        await host.OpenJposDatabase(cancellation);
        if (wantsDemo)
        {
            if (!environment.IsDevelopment())
            {
                LogPublicKeys(host.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Jpos"));
            }

            await using var scope = host.Services.CreateAsyncScope();
            var services = scope.ServiceProvider;
            await AgainAfterConflict(
                services.GetRequiredService<JposDbContext>(),
                services.GetRequiredService<DatabaseEngine>(),
                () => ActivatorUtilities.CreateInstance<DemoData>(services).Add(cancellation));
        }
    }

    /// <summary>Gets the database ready without demo data. A command that an operator runs before the host must not fill an empty database.</summary>
    /// <exception cref="SettingException">Another build made the schema.</exception>
    /// <exception cref="InvalidOperationException">Migrations are missing and not to be applied; or the host key is missing, or is not the one that the database was made with.</exception>
    internal static async Task OpenJposDatabase(this IHost host, CancellationToken cancellation)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var security = services.GetRequiredService<SecurityModule>();
        var db = services.GetRequiredService<JposDbContext>();
        var engine = services.GetRequiredService<DatabaseEngine>();
        var configuration = services.GetRequiredService<IConfiguration>();
        var log = services.GetRequiredService<ILoggerFactory>().CreateLogger("Jpos");
        if (configuration.GetValue("Jpos:Database:MigrateOnStart", true))
        {
            await engine.Prepare(db, cancellation);
        }
        else if (db.Database.GetMigrations().Except(await engine.AppliedMigrations(db, cancellation)).ToList() is { Count: > 0 } pending)
        {
            throw new InvalidOperationException($"The schema lacks {string.Join(", ", pending)}, and Jpos:Database:MigrateOnStart is false: run the command {HostCommands.Migrate}.");
        }

        await engine.CheckOptions(db, cancellation);

        if (await db.Terminals.AsNoTracking().Where(terminal => terminal.WrappedMasterKey != Keyless).OrderBy(terminal => terminal.Number).FirstOrDefaultAsync(cancellation) is { } terminal && !security.Opens(terminal))
        {
            throw OtherHostKey;
        }

        try
        {
            await AgainAfterConflict(db, engine, () => LoadDataKeys(db, engine, services.GetRequiredService<IKeyVault>(), security, cancellation));
        }
        catch (KeyNotOpenedException)
        {
            throw OtherHostKey;
        }

        await AgainAfterConflict(db, engine, () => BeginProgramme(db, engine, services.GetRequiredService<ProgrammeSettings>(), services.GetRequiredService<TimeProvider>(), cancellation));
        await services.GetRequiredService<ProgrammeCache>().Refresh(db, cancellation);

        LogStart(log, ProductVersion.Text, configuration["Jpos:Database:Provider"] ?? "Sqlite");
        foreach (var zone in await TimeZonesCheck.Unknown(db, cancellation))
        {
            LogUnknownZone(log, zone);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Jpos {Version} uses {Provider}. A browser finds at / where to go next")]
    private static partial void LogStart(ILogger log, string version, string provider);

    [LoggerMessage(Level = LogLevel.Error, Message = "This machine does not know the time zone {TimeZone} of a store; the host is not ready, and consumes at that store are answered 96")]
    private static partial void LogUnknownZone(ILogger log, string timeZone);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Demo data was asked for outside Development. The keys of the demo terminals are PUBLIC: whoever can reach this host can spend points. Never serve real members with this database")]
    private static partial void LogPublicKeys(ILogger log);

    private static InvalidOperationException OtherHostKey => new("The host key is not the one that this database was made with; see docs/security.md.");

    /// <summary>Where several hosts start at once, one makes what is missing, and the others find it when they try again.</summary>
    private static async Task AgainAfterConflict(JposDbContext db, DatabaseEngine engine, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception exception) when (engine.IsConflict(exception))
        {
            db.ChangeTracker.Clear();
            await work();
        }
    }

    /// <summary>The rules that a new database begins with; one that has rules keeps them.</summary>
    private static async Task BeginProgramme(JposDbContext db, DatabaseEngine engine, ProgrammeSettings settings, TimeProvider time, CancellationToken cancellation)
    {
        await engine.BeginWriting(db, cancellation);
        await using var transaction = db.Database.CurrentTransaction!;
        if (!await db.ProgrammeVersions.AnyAsync(cancellation))
        {
            db.ProgrammeVersions.Add(new ProgrammeVersion(1, settings.Rules(), time.GetUtcNow().UtcDateTime, "Jpos:Programme"));
            await db.SaveChangesAsync(cancellation);
            await engine.Commit(db);
        }
    }

    /// <summary>The keys of keyed hashes: made for a database that has none yet.</summary>
    private static async Task LoadDataKeys(JposDbContext db, DatabaseEngine engine, IKeyVault vault, SecurityModule security, CancellationToken cancellation)
    {
        await engine.BeginWriting(db, cancellation);
        await using var transaction = db.Database.CurrentTransaction!;
        var keys = await db.DataKeys.AsNoTracking().ToDictionaryAsync(key => key.Use, key => key.Wrapped, cancellation);
        foreach (var use in SecurityModule.HashKeys.Where(use => !keys.ContainsKey(use)))
        {
            keys.Add(use, vault.MakeHashKey(use));
            db.DataKeys.Add(new DataKey { Use = use, Wrapped = keys[use] });
        }

        await db.SaveChangesAsync(cancellation);
        await engine.Commit(db);
        foreach (var (use, wrapped) in keys)
        {
            security.Load(use, wrapped);
        }
    }
}
