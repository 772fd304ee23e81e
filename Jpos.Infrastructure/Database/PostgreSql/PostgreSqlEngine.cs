using System.Data;
using Jpos.Domain.Journal;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure;

namespace Jpos.Infrastructure.Database.PostgreSql;

/// <summary>
/// PostgreSQL: any number of hosts and writers. What a unit of work decides on is locked first, so that READ COMMITTED is enough, and nobody is turned away who could have waited (ADR 12).
/// </summary>
internal sealed class PostgreSqlEngine : DatabaseEngine
{
    // Who waits longer for a lock is in the way of those that share the unit: it fails, and its messages are handled one by one.
    // What a unit of messages looks for in tables that grow it finds by an index, however many it looks for and however few there are yet: one plan of a statement serves all units, where short arrays would be planned for anew each time. No plan is worth compiling.
    private const string Settings = "SELECT set_config('lock_timeout', '1000', true), set_config('plan_cache_mode', 'force_generic_plan', true), set_config('enable_seqscan', 'off', true), set_config('jit', 'off', true);";

    // NO KEY UPDATE keeps other writers out, but not the foreign keys that others check against the row.
    private const string LockTerminals = """SELECT FROM "Terminals" WHERE "Number" = ANY (@terminals) ORDER BY "Number" FOR NO KEY UPDATE;""";
    private const string LockCards = """SELECT FROM "Cards" WHERE "Number" = ANY (@cards) ORDER BY "Number" FOR NO KEY UPDATE;""";
    private const string LockAccounts = """SELECT FROM "PointAccounts" WHERE "Id" = ANY (@accounts) ORDER BY "Id" FOR NO KEY UPDATE;""";

    // An array, not IN: so the index is used whatever the server thinks of how many there are.
    private const string LockAccountsOfCards = """SELECT FROM "PointAccounts" WHERE "CardId" = ANY (ARRAY(SELECT "Id" FROM "Cards" WHERE "Number" = ANY (@cards))) ORDER BY "Id" FOR NO KEY UPDATE;""";
    private const string LockMobiles = "SELECT pg_advisory_xact_lock(mobile) FROM unnest(@mobiles) AS mobile;";

    // Two keys instead of one: no name is a mobile.
    private const string LockNames = "SELECT pg_advisory_xact_lock(1, hashtext(name)) FROM unnest(@names) AS name;";

    public override bool HasSingleWriter => false;

    /// <summary>A connection string by which all that a server does not answer, be it a commit, a rollback or a new connection, gives up as soon as a statement does.</summary>
    public static string GivingUpAfter(int seconds, string connection)
    {
        var builder = new NpgsqlConnectionStringBuilder(connection) { CommandTimeout = seconds };
        builder.Timeout = Math.Min(builder.Timeout, seconds);
        return builder.ToString();
    }

    /// <summary>Names the migrations of this engine.</summary>
    public static void Configure(NpgsqlDbContextOptionsBuilder driver) => driver.MigrationsAssembly("Jpos.Migrations.PostgreSql");

    /// <exception cref="InvalidOperationException">A commit would be answered before it is on the disk.</exception>
    protected override async Task Migrate(JposDbContext db, CancellationToken cancellation)
    {
        db.Database.SetCommandTimeout(MigrationTimeout);
        await MakeDatabase(db, cancellation);

        // EF guards each migration, but not which are left to do: hosts that start at once go one after the other.
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
        // Those that are needed, in one trip to the server.
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
            // Another host made it at the same moment.
        }
    }

    // By the server's search path, as the query for its rows; EF looks in one schema only, or asks for the rows and lets the server log an error.
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

                // Whatever is about the connection.
                or ['0', '8', ..],
        };

    // What is fatal ends the connection, and a pool between may say so in the server's place.
    protected override bool IsRefusedByEngine(Exception exception) =>
        exception is PostgresException { InvariantSeverity: "ERROR" } && !IsTransientOfEngine(exception);
}
