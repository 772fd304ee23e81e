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
/// SQL Server, not yet run against Microsoft's own. What a unit of work decides on is locked first, in one order, so that READ COMMITTED is enough; who only looks has a snapshot. A deadlock counts as a conflict and is decided again (ADR 12).
/// </summary>
internal sealed class SqlServerEngine : DatabaseEngine
{
    /// <summary>What the driver itself says of a connection that is lost to it, where the machine has no number of its own.</summary>
    private const int NoNumber = 0;

    /// <summary>Up to here a message is for people to read, and no error.</summary>
    private const byte Informational = 10;

    /// <summary>From here on the server closes the connection, or there is none.</summary>
    private const byte Fatal = 20;

    /// <summary>Seconds for which the driver waits for what it has given up to be given up by the server too.</summary>
    private const int DriversGrace = 5;

    // One text for all units, so that the server has one plan for it. Each row is locked by a statement of its own: what one statement locks of several comes in no order that could be relied on.
    // An update lock is kept until the transaction ends; a card that is not there locks nothing. What is locked goes to a variable, so that no result comes back.
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
            ELSE IF @kind = 'H' SELECT @one = 1 FROM [PointAccounts] WITH (UPDLOCK, ROWLOCK) WHERE [CardId] = (SELECT [Id] FROM [Cards] WHERE [Number] = CAST(@name AS varchar(19)));
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

    /// <summary>A connection string by which all that a server does not answer, be it a commit, a rollback or a new connection, gives up as soon as a statement does, and by which a server that is back is found at once.</summary>
    /// <param name="seconds">When a statement gives up.</param>
    /// <param name="connection">As it was set.</param>
    public static string GivingUpAfter(int seconds, string connection)
    {
        var builder = new SqlConnectionStringBuilder(connection) { CommandTimeout = seconds, PoolBlockingPeriod = PoolBlockingPeriod.NeverBlock };

        // A commit has as long as a new connection. When that is over, the driver tells the server, and waits for its answer for another while.
        builder.ConnectTimeout = Math.Clamp(builder.ConnectTimeout == 0 ? seconds : builder.ConnectTimeout, 1, Math.Max(1, seconds - DriversGrace));
        return builder.ToString();
    }

    /// <summary>Names the migrations of this engine. Lists of values go as one JSON text, so that the text of a query does not depend on how long they are.</summary>
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

    // What a unit decides on it has locked; each statement sees what is committed when it begins, and waits for no reader (ADR 12).
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

    /// <summary>The driver begins and commits on the thread that asks, asynchronous or not, and waits there for a server that says nothing. Threads of the pool are needed to answer.</summary>
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
            // Another host made it at the same moment, and sets its options: this one allows snapshots too, in case it comes first.
            await db.Database.ExecuteSqlRawAsync(SqlServerOptions.AllowSnapshots, cancellation);
        }
    }

    protected override bool IsConflictOfEngine(Exception exception) =>
        exception is SqlException { Number: SqlServerErrors.UniqueIndexViolation or SqlServerErrors.UniqueConstraintViolation or SqlServerErrors.Deadlock or SqlServerErrors.SnapshotConflict };

    protected override bool IsBusyOfEngine(Exception exception) => exception is SqlException { Number: SqlServerErrors.LockTimeout or SqlServerErrors.CommandTimeout or SqlServerErrors.OtherNotLocked };

    protected override bool IsTransientOfEngine(Exception exception) =>
        exception is SqlException failure && failure.Errors.Cast<SqlError>().Any(error =>
            error.Class >= Fatal || (error.Class > Informational && error.Number is NoNumber) || SqlServerErrors.Transient.Contains(error.Number));

    // A commit that took too long may have gone through.
    protected override bool IsRefusedByEngine(Exception exception) => exception is SqlException failure && failure.Errors.Cast<SqlError>().All(error => error.Number is not SqlServerErrors.CommandTimeout) && !IsTransientOfEngine(exception);
}
