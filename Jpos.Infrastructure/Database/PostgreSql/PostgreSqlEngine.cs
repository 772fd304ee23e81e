using System.Data;
using Jpos.Domain.Journal;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure;

namespace Jpos.Infrastructure.Database.PostgreSql;

/// <summary>
/// PostgreSQL, with any number of hosts and writers. A unit of work locks its rows before it decides, so that READ COMMITTED suffices and no transaction fails that could have waited (ADR 12).
/// </summary>
internal sealed class PostgreSqlEngine : DatabaseEngine
{
    // A longer wait for a lock would delay all messages of the unit. The unit fails instead, and its messages are handled one by one.
    // Forces index scans and generic plans without JIT for the reads of a unit. One plan of a statement then serves all units, and the number of values does not matter.
    private const string Settings = "SELECT set_config('lock_timeout', '1000', true), set_config('plan_cache_mode', 'force_generic_plan', true), set_config('enable_seqscan', 'off', true), set_config('jit', 'off', true);";

    // NO KEY UPDATE blocks other writers, but not foreign key checks against the row.
    private const string LockTerminals = """SELECT FROM "Terminals" WHERE "Number" = ANY (@terminals) ORDER BY "Number" FOR NO KEY UPDATE;""";
    private const string LockCards = """SELECT FROM "Cards" WHERE "Number" = ANY (@cards) ORDER BY "Number" FOR NO KEY UPDATE;""";
    private const string LockAccounts = """SELECT FROM "PointAccounts" WHERE "Id" = ANY (@accounts) ORDER BY "Id" FOR NO KEY UPDATE;""";

    // An array and not IN, so that the server uses the index whatever its estimate of the number of values.
    private const string LockAccountsOfCards = """SELECT FROM "PointAccounts" WHERE "Id" = ANY (ARRAY(SELECT "AccountId" FROM "Cards" WHERE "Number" = ANY (@cards))) ORDER BY "Id" FOR NO KEY UPDATE;""";
    private const string LockMobiles = "SELECT pg_advisory_xact_lock(mobile) FROM unnest(@mobiles) AS mobile;";

    // Advisory locks with two keys keep names and mobiles apart.
    private const string LockNames = "SELECT pg_advisory_xact_lock(1, hashtext(name)) FROM unnest(@names) AS name;";

    public override bool HasSingleWriter => false;

    /// <summary>Returns a connection string with timeouts for commits, rollbacks and new connections that equal the statement timeout, for servers that do not answer.</summary>
    public static string GivingUpAfter(int seconds, string connection)
    {
        var builder = new NpgsqlConnectionStringBuilder(connection) { CommandTimeout = seconds };
        builder.Timeout = Math.Min(builder.Timeout, seconds);
        return builder.ToString();
    }

    /// <summary>Names the migrations of this engine.</summary>
    public static void Configure(NpgsqlDbContextOptionsBuilder driver) => driver.MigrationsAssembly("Jpos.Migrations.PostgreSql");

    /// <exception cref="InvalidOperationException">The server would confirm commits before they are on disk.</exception>
    protected override async Task Migrate(JposDbContext db, CancellationToken cancellation)
    {
        db.Database.SetCommandTimeout(MigrationTimeout);
        await MakeDatabase(db, cancellation);

        // EF locks each migration but not the list of missing ones. Hosts that start at the same time therefore migrate one after the other.
        await db.Database.OpenConnectionAsync(cancellation);
        await db.Database.ExecuteSqlRawAsync("SELECT pg_advisory_lock(0)", cancellation);
        try
        {
            await base.Migrate(db, cancellation);
        }
        finally
        {
            await db.Database.ExecuteSqlRawAsync("SELECT pg_advisory_unlock(0)", CancellationToken.None);
            await db.Database.CloseConnectionAsync();
        }

        if (await db.Database.SqlQuery<string>($"""SELECT current_setting('synchronous_commit') AS "Value" """).SingleAsync(cancellation) == "off")
        {
            throw new InvalidOperationException("synchronous_commit is off: the database could lose transactions that were answered. Set it to on for this database and its user.");
        }
    }

    public override Task BeginWriting(JposDbContext db, CancellationToken cancellation) => db.Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellation);

    public override Task BeginReading(JposDbContext db, CancellationToken cancellation) => db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);

    public override Task Lock(JposDbContext db, RowLocks rowLocks, CancellationToken cancellation)
    {
        // Takes all needed locks in one round trip.
        var needed = string.Concat(
            Settings,
            rowLocks.Terminals.Length > 0 ? LockTerminals : "",
            rowLocks.Cards.Length > 0 ? LockCards + LockAccountsOfCards : "",
            rowLocks.Accounts.Length > 0 ? LockAccounts : "",
            rowLocks.Mobiles.Length > 0 ? LockMobiles : "",
            rowLocks.Names.Length > 0 ? LockNames : "");
        return needed == Settings ? Task.CompletedTask : db.Database.ExecuteSqlRawAsync(
            needed,
            [
                new NpgsqlParameter<string[]>("terminals", rowLocks.Terminals),
                new NpgsqlParameter<string[]>("cards", rowLocks.Cards),
                new NpgsqlParameter<long[]>("accounts", rowLocks.Accounts),
                new NpgsqlParameter<long[]>("mobiles", rowLocks.Mobiles),
                new NpgsqlParameter<string[]>("names", rowLocks.Names),
            ],
            cancellation);
    }

    public override Task<string?> Backup(JposDbContext db, string file, CancellationToken cancellation) => Task.FromResult<string?>("pg_dump");

    public override IQueryable<TransactionJournal> WithKeys(JposDbContext db, IReadOnlyCollection<(long BatchId, TraceNumber Trace)> keys)
    {
        var (batches, traces) = (keys.Select(key => key.BatchId).ToArray(), keys.Select(key => key.Trace.Value).ToArray());
        return db.Journal.FromSql($"""SELECT j.* FROM unnest({batches}, {traces}) AS k(batch, trace) INNER JOIN "TransactionJournal" j ON j."BatchId" = k.batch AND j."Trace" = k.trace""");
    }

    private static async Task MakeDatabase(JposDbContext db, CancellationToken cancellation)
    {
        try
        {
            if (!await db.Exists(cancellation))
            {
                await db.Database.GetService<IRelationalDatabaseCreator>().CreateAsync(cancellation);
            }
        }
        catch (PostgresException other) when (other.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.ObjectInUse)
        {
            // Another host created it at the same moment.
        }
    }

    // Resolves the table by the server's search path, as the query for its rows does. EF looks in one schema only, or lets the server log an error.
    protected override async Task<bool> HasHistory(JposDbContext db, CancellationToken cancellation) =>
        await db.Database.SqlQuery<bool>($"""SELECT to_regclass('"__EFMigrationsHistory"') IS NOT NULL AS "Value" """).SingleAsync(cancellation);

    protected override bool IsConflictOfEngine(Exception exception) =>
        exception is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure };

    protected override bool IsBusyOfEngine(Exception exception) => exception is PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable };

    protected override bool IsTransientOfEngine(Exception exception) => PostgreSqlErrorTranslation.Are(exception) || exception
        is NpgsqlException { IsTransient: true }
        or PostgresException
        {
            SqlState: PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.TooManyConnections
                or PostgresErrorCodes.StatementCompletionUnknown

                // Class 08: connection exceptions.
                or ['0', '8', ..],
        };

    // A fatal error ends the connection. A connection pooler may report it instead of the server.
    protected override bool IsRefusedByEngine(Exception exception) =>
        exception is PostgresException { InvariantSeverity: "ERROR" } && !IsTransientOfEngine(exception);
}
