using System.Data;
using System.Globalization;
using System.Text.Json;
using Jpos.Domain.Journal;
using Jpos.Infrastructure.Settings;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace Jpos.Infrastructure.Database.SqlServer;

/// <summary>
/// SQL Server; not yet tested against Microsoft's own server. A unit of work locks its rows first, in one order, so that READ COMMITTED suffices. Readers use a snapshot. A deadlock counts as a conflict, and the unit runs again (ADR 12).
/// </summary>
internal sealed class SqlServerEngine : DatabaseEngine
{
    /// <summary>The driver's error for a lost connection where the operating system has no error number.</summary>
    private const int NoNumber = 0;

    /// <summary>Up to this severity a message is informational and no error.</summary>
    private const byte Informational = 10;

    /// <summary>From this severity on the server closes the connection.</summary>
    private const byte Fatal = 20;

    /// <summary>The seconds that the driver waits for the server to confirm a cancellation.</summary>
    private const int DriversGrace = 5;

    // All units use one text, so that the server reuses its plan. One statement locks one row, because a statement with several rows locks them in no defined order.
    // An update lock lasts until the transaction ends; a missing card locks nothing. The result goes to a variable, so that no result set is returned.
    private const string LockAll = """
        SET LOCK_TIMEOUT 1000;
        DECLARE @kind char(1), @name nvarchar(200), @one int, @result int;
        DECLARE [wanted] CURSOR LOCAL STATIC FORWARD_ONLY READ_ONLY FOR
            SELECT JSON_VALUE([value], '$[0]'), JSON_VALUE([value], '$[1]') FROM OPENJSON(@locks) ORDER BY CAST([key] AS int);
        OPEN [wanted];
        FETCH NEXT FROM [wanted] INTO @kind, @name;
        WHILE @@FETCH_STATUS = 0
        BEGIN
            IF @kind = 'T' SELECT @one = 1 FROM [Terminals] WITH (UPDLOCK, ROWLOCK) WHERE [Number] = CAST(@name AS varchar(8));
            ELSE IF @kind = 'C' SELECT @one = 1 FROM [Cards] WITH (UPDLOCK, ROWLOCK) WHERE [Number] = CAST(@name AS varchar(19));
            ELSE IF @kind = 'H' SELECT @one = 1 FROM [PointAccounts] WITH (UPDLOCK, ROWLOCK) WHERE [Id] = (SELECT [AccountId] FROM [Cards] WHERE [Number] = CAST(@name AS varchar(19)));
            ELSE IF @kind = 'A' SELECT @one = 1 FROM [PointAccounts] WITH (UPDLOCK, ROWLOCK) WHERE [Id] = CAST(@name AS bigint);
            ELSE
            BEGIN
                EXEC @result = sp_getapplock @Resource = @name, @LockMode = 'Exclusive', @LockTimeout = 1000;
                IF @result < 0 THROW 51222, 'A mobile or a name could not be locked.', 1;
            END;
            FETCH NEXT FROM [wanted] INTO @kind, @name;
        END;
        CLOSE [wanted];
        DEALLOCATE [wanted];
        """;

    public override bool HasSingleWriter => false;

    /// <summary>Returns a connection string with timeouts for commits, rollbacks and new connections that equal the statement timeout. A server that returns is found at once.</summary>
    /// <param name="seconds">The statement timeout.</param>
    /// <param name="connection">The configured connection string.</param>
    public static string GivingUpAfter(int seconds, string connection)
    {
        var builder = new SqlConnectionStringBuilder(connection) { CommandTimeout = seconds, PoolBlockingPeriod = PoolBlockingPeriod.NeverBlock };

        // A commit has the timeout of a new connection. Afterwards the driver notifies the server and waits for its answer once more.
        builder.ConnectTimeout = Math.Clamp(builder.ConnectTimeout == 0 ? seconds : builder.ConnectTimeout, 1, Math.Max(1, seconds - DriversGrace));
        return builder.ToString();
    }

    /// <summary>Names the migrations of this engine. Lists of values are passed as one JSON text, so that a query's text does not depend on their length.</summary>
    public static void Configure(SqlServerDbContextOptionsBuilder driver) => driver.MigrationsAssembly("Jpos.Migrations.SqlServer").UseParameterizedCollectionMode(ParameterTranslationMode.Parameter);

    protected override async Task Migrate(JposDbContext db, CancellationToken cancellation)
    {
        db.Database.SetCommandTimeout(MigrationTimeout);
        await MakeDatabase(db, cancellation);
        await base.Migrate(db, cancellation);
    }

    public override async Task CheckOptions(JposDbContext db, CancellationToken cancellation)
    {
        var faults = (await SqlServerOptions.Of(db, cancellation)).Faults().ToList();
        if (faults.Count > 0)
        {
            throw new SettingException(string.Join(Environment.NewLine, faults));
        }
    }

    // A unit has locked the rows on which it decides. Each statement sees the rows that are committed when it begins, and waits for no reader (ADR 12).
    public override Task BeginWriting(JposDbContext db, CancellationToken cancellation) => Begin(db, IsolationLevel.ReadCommitted, cancellation);

    public override Task BeginReading(JposDbContext db, CancellationToken cancellation) => Begin(db, IsolationLevel.Snapshot, cancellation);

    public override async Task Commit(JposDbContext db)
    {
        await OnItsOwnThread(db.Database.CommitTransaction);
        await db.Database.CloseConnectionAsync();
    }

    public override IQueryable<TransactionJournal> WithKeys(JposDbContext db, IReadOnlyCollection<(long BatchId, TraceNumber Trace)> keys) => db.Journal.FromSql(
        $"""SELECT j.* FROM OPENJSON({AsJson(keys)}) WITH (BatchId bigint '$[0]', Trace int '$[1]') k INNER JOIN [TransactionJournal] j ON j.[BatchId] = k.BatchId AND j.[Trace] = k.Trace""");

    public override async Task Lock(JposDbContext db, RowLocks rowLocks, CancellationToken cancellation)
    {
        IEnumerable<string[]> wanted =
        [
            .. rowLocks.Terminals.Select(number => (string[])["T", number]),
            .. rowLocks.Cards.Select(number => (string[])["C", number]),
            .. rowLocks.Cards.Select(number => (string[])["H", number]),
            .. rowLocks.Accounts.Select(id => (string[])["A", id.ToString(CultureInfo.InvariantCulture)]),
            .. rowLocks.Mobiles.Select(mobile => (string[])["M", mobile.ToString(CultureInfo.InvariantCulture)]),
            .. rowLocks.Names.Select(name => (string[])["M", name]),
        ];
        if (wanted.Any())
        {
            await db.Database.ExecuteSqlRawAsync(LockAll, [new SqlParameter("@locks", SqlDbType.NVarChar, -1) { Value = JsonSerializer.Serialize(wanted) }], cancellation);
        }
    }

    public override Task<string?> Backup(JposDbContext db, string file, CancellationToken cancellation) => Task.FromResult<string?>("BACKUP DATABASE");

    private static async Task Begin(JposDbContext db, IsolationLevel isolation, CancellationToken cancellation)
    {
        await db.Database.OpenConnectionAsync(cancellation);
        await OnItsOwnThread(() => db.Database.BeginTransaction(isolation));
    }

    /// <summary>Begins and commits on dedicated threads. The driver does both synchronously and blocks if the server is silent, but answers need the threads of the pool.</summary>
    private static Task OnItsOwnThread(Action work) => Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private static async Task MakeDatabase(JposDbContext db, CancellationToken cancellation)
    {
        if (await db.Exists(cancellation))
        {
            return;
        }

        try
        {
            // EF turns READ_COMMITTED_SNAPSHOT on.
            await db.Database.GetService<IRelationalDatabaseCreator>().CreateAsync(cancellation);
            await db.Database.ExecuteSqlRawAsync(SqlServerOptions.AllowSnapshots, cancellation);
        }
        catch (SqlException other) when (other.Number is SqlServerErrors.DatabaseExists)
        {
            // Another host created the database at the same moment and sets its options. This host allows snapshots too, in case it arrives first.
            await db.Database.ExecuteSqlRawAsync(SqlServerOptions.AllowSnapshots, cancellation);
        }
    }

    protected override bool IsConflictOfEngine(Exception exception) =>
        exception is SqlException { Number: SqlServerErrors.UniqueIndexViolation or SqlServerErrors.UniqueConstraintViolation or SqlServerErrors.Deadlock or SqlServerErrors.SnapshotConflict };

    protected override bool IsBusyOfEngine(Exception exception) => exception is SqlException { Number: SqlServerErrors.LockTimeout or SqlServerErrors.CommandTimeout or SqlServerErrors.OtherNotLocked };

    protected override bool IsTransientOfEngine(Exception exception) =>
        exception is SqlException failure && failure.Errors.Cast<SqlError>().Any(error =>
            error.Class >= Fatal || (error.Class > Informational && error.Number is NoNumber) || SqlServerErrors.Transient.Contains(error.Number));

    // A commit that timed out may have succeeded.
    protected override bool IsRefusedByEngine(Exception exception) => exception is SqlException failure && failure.Errors.Cast<SqlError>().All(error => error.Number is not SqlServerErrors.CommandTimeout) && !IsTransientOfEngine(exception);
}
