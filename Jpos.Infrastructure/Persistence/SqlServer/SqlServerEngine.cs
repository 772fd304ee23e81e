using System.Data;
using System.Globalization;
using System.Text;
using Jpos.Domain.Journal;
using Jpos.Domain.Protocol;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;

namespace Jpos.Infrastructure.Persistence.SqlServer;

/// <summary>
/// SQL Server, not yet run against one. What a unit of work decides on is locked first, in one order; serializable transactions keep the rest from changing under it. A deadlock counts as a conflict and is decided again.
/// </summary>
internal sealed class SqlServerEngine : DatabaseEngine
{
    private const int UniqueConstraintViolation = 2627;
    private const int UniqueIndexViolation = 2601;
    private const int Deadlock = 1205;
    private const int LockTimeout = 1222;
    private const int CommandTimeout = -2;

    /// <summary>What the driver itself says of a connection that is lost to it, where the machine has no number of its own.</summary>
    private const int NoNumber = 0;

    /// <summary>Up to here a message is for people to read, and no error.</summary>
    private const byte Informational = 10;

    /// <summary>From here on the server closes the connection, or there is none.</summary>
    private const byte Fatal = 20;

    /// <summary>What <see cref="LockOther"/> throws.</summary>
    private const int OtherNotLocked = 51222;

    private const string LockTerminal = "SELECT 1 FROM [Terminals] WITH (UPDLOCK, ROWLOCK, HOLDLOCK) WHERE [Number] = {0};";
    private const string LockCard = "SELECT 1 FROM [Cards] WITH (UPDLOCK, ROWLOCK, HOLDLOCK) WHERE [Number] = {0};";
    private const string LockAccount = "SELECT 1 FROM [PointAccounts] WITH (UPDLOCK, ROWLOCK, HOLDLOCK) WHERE [Id] = {0};";
    private const string LockAccountOfCard = "SELECT 1 FROM [PointAccounts] WITH (UPDLOCK, ROWLOCK, HOLDLOCK) WHERE [CardId] = (SELECT [Id] FROM [Cards] WHERE [Number] = {0});";
    private const string LockOther = "EXEC @result = sp_getapplock @Resource = {0}, @LockMode = 'Exclusive', @LockTimeout = 1000; IF @result < 0 THROW 51222, 'A mobile or an address could not be locked.', 1;";

    /// <summary>Failures that pass, as EF's own retries know them; those that are conflicts here left out.</summary>
    private static readonly HashSet<int> Transient =
    [
        49920, 49919, 49918, 41839, 41325, 41305, 41302, 41301, 40613, 40501, 40197, 10929, 10928, 10060, 10054, 10053, 233, 121, 64, 20,
    ];

    public override bool HasSingleWriter => false;

    public override Task Prepare(JposDbContext db, CancellationToken cancellation)
    {
        db.Database.SetCommandTimeout(MigrationTimeout);
        return base.Prepare(db, cancellation);
    }

    public override Task BeginWriting(JposDbContext db, CancellationToken cancellation) =>
        db.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellation);

    public override Task BeginReading(JposDbContext db, CancellationToken cancellation) =>
        db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);

    public override IQueryable<TransactionJournal> WithKeys(JposDbContext db, IReadOnlyCollection<(long BatchId, TraceNumber Trace)> keys) => db.Journal.FromSql(
        $"""SELECT j.* FROM OPENJSON({AsJson(keys)}) WITH (BatchId bigint '$[0]', Trace int '$[1]') k INNER JOIN [TransactionJournal] j ON j.[BatchId] = k.BatchId AND j.[Trace] = k.Trace""");

    // A statement for each lock: what one statement locks of several rows comes in no order that could be relied on.
    public override async Task Lock(JposDbContext db, Locks locks, CancellationToken cancellation)
    {
        var sql = new StringBuilder("SET LOCK_TIMEOUT 1000; DECLARE @result int;");
        var parameters = new List<SqlParameter>();
        void Add(string statement, SqlDbType type, object value)
        {
            var name = $"@p{parameters.Count}";
            sql.AppendFormat(CultureInfo.InvariantCulture, statement, name);
            parameters.Add(new SqlParameter(name, type) { Value = value });
        }

        Array.ForEach(locks.Terminals, number => Add(LockTerminal, SqlDbType.VarChar, number));
        Array.ForEach(locks.Cards, number => Add(LockCard, SqlDbType.VarChar, number));
        Array.ForEach(locks.Cards, number => Add(LockAccountOfCard, SqlDbType.VarChar, number));
        Array.ForEach(locks.Accounts, id => Add(LockAccount, SqlDbType.BigInt, id));
        Array.ForEach(locks.Mobiles, mobile => Add(LockOther, SqlDbType.NVarChar, mobile.ToString(CultureInfo.InvariantCulture)));
        Array.ForEach(locks.Addresses, address => Add(LockOther, SqlDbType.NVarChar, $"address {address}"));
        if (parameters.Count > 0)
        {
            await db.Database.ExecuteSqlRawAsync(sql.ToString(), parameters, cancellation);
        }
    }

    public override Task<string?> Backup(JposDbContext db, string file, CancellationToken cancellation) => Task.FromResult<string?>("BACKUP DATABASE");

    protected override bool IsConflictOfEngine(Exception exception) =>
        exception is SqlException { Number: UniqueIndexViolation or UniqueConstraintViolation or Deadlock };

    protected override bool IsBusyOfEngine(Exception exception) => exception is SqlException { Number: LockTimeout or CommandTimeout or OtherNotLocked };

    protected override bool IsTransientOfEngine(Exception exception) =>
        exception is SqlException failure && failure.Errors.Cast<SqlError>().Any(error =>
            error.Class >= Fatal || (error.Class > Informational && error.Number is NoNumber) || Transient.Contains(error.Number));

    // A commit that took too long may have gone through.
    protected override bool IsRefusedByEngine(Exception exception) => exception is SqlException failure && failure.Errors.Cast<SqlError>().All(error => error.Number is not CommandTimeout) && !IsTransientOfEngine(exception);
}
