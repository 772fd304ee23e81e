using System.Net;
using System.Net.Sockets;
using System.Reflection;
using Jpos.Infrastructure.Database.SqlServer;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Jpos.Tests.Persistence.SqlServer;

/// <summary>What the host makes of what SQL Server and its driver say: only the server's own refusal means that a commit did not go through (protocol §3).</summary>
internal sealed class SqlServerFaultTests
{
    private readonly SqlServerEngine engine = new();

    [TestCase(2627, 14, "conflict refused", TestName = "A unique constraint")]
    [TestCase(2601, 14, "conflict refused", TestName = "A unique index")]
    [TestCase(1205, 13, "conflict refused", TestName = "The loser of a deadlock")]
    [TestCase(1222, 16, "busy refused", TestName = "A lock that was waited for in vain")]
    [TestCase(-2, 11, "busy", TestName = "No answer in time")]
    [TestCase(10054, 20, "transient", TestName = "A connection that was reset, on Windows")]
    [TestCase(0, 20, "transient", TestName = "A connection that was reset, elsewhere")]
    [TestCase(0, 11, "transient", TestName = "A severe error of the driver")]
    [TestCase(35, 20, "transient", TestName = "A number of the machine")]
    [TestCase(40197, 17, "transient", TestName = "A service that moves")]
    [TestCase(547, 16, "refused", TestName = "A check that fails")]
    [TestCase(0, 10, "refused", TestName = "A message for people")]
    [TestCase(3960, 16, "conflict refused", TestName = "A row that was changed after the snapshot")]
    [TestCase(4060, 11, "transient", TestName = "A database that cannot be opened yet")]
    [TestCase(18401, 14, "transient", TestName = "A server that recovers")]
    [TestCase(8645, 17, "transient", TestName = "No memory for a query")]
    public void It_is(int number, byte severity, string expected)
    {
        var failure = new DbUpdateException("It failed.", Error(number, severity));
        Assert.That(Words(failure), Is.EqualTo(expected));
    }

    [Test]
    public void Every_number_that_EF_tries_again_is_a_conflict_or_busy_or_transient()
    {
        var detector = typeof(SqlServerDbContextOptionsExtensions).Assembly.GetType("Microsoft.EntityFrameworkCore.SqlServer.Storage.Internal.SqlServerTransientExceptionDetector", throwOnError: true)!
            .GetMethod("ShouldRetryOn", [typeof(Exception)])!.CreateDelegate<Func<Exception, bool>>();
        var known = Enumerable.Range(1, 99_999).Where(number => detector(Error(number, 16))).ToList();
        Assert.That(known, Has.Count.GreaterThan(150));
        Assert.That(known.Where(number => Words(Error(number, 16)) is "refused" or ""), Is.Empty);

        // A deadlock and a snapshot's conflict are decided again on fresh rows; a lock that somebody holds is no fault of the server.
        Assert.That(known.Except(SqlServerErrors.Transient), Is.EquivalentTo([1205, 3960, 1222]));
        Assert.That(SqlServerErrors.Transient, Is.SubsetOf(known));
    }

    [TestCase("", 9, 4, TestName = "A connection gives up so early that a commit does before the deadline")]
    [TestCase("Connect Timeout=2", 9, 2, TestName = "A shorter time to connect stays")]
    [TestCase("Connect Timeout=0", 9, 4, TestName = "No connection is waited for without end")]
    [TestCase("", 3, 1, TestName = "A short deadline leaves a second")]
    public void The_connection_string_bounds_what_a_silent_server_does_not_answer(string own, int seconds, int expected)
    {
        var built = new SqlConnectionStringBuilder(SqlServerEngine.GivingUpAfter(seconds, $"Server=none;{own}"));
        Assert.That((built.ConnectTimeout, built.CommandTimeout, built.PoolBlockingPeriod), Is.EqualTo((expected, seconds, PoolBlockingPeriod.NeverBlock)));
    }

    [Test]
    public async Task A_server_that_says_nothing_is_given_up_and_not_held_against_it()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var text = SqlServerEngine.GivingUpAfter(6, $"Server=127.0.0.1,{((IPEndPoint)listener.LocalEndpoint).Port};User Id=nobody;Password=none;ConnectRetryCount=0;Encrypt=false");
        var attempts = 0;
        for (var began = System.Diagnostics.Stopwatch.StartNew(); attempts < 2; attempts++)
        {
            await using var connection = new SqlConnection(text);
            Assert.That(Words((await Assert.ThrowsAsync<SqlException>(() => connection.OpenAsync()))!), Is.AnyOf("transient", "busy"));
            Assert.That(began.Elapsed, Is.LessThan(TimeSpan.FromSeconds(6 * (attempts + 1))));
        }

        // Each came to the server: the driver remembers no failure.
        var asked = 0;
        while (listener.Pending())
        {
            (await listener.AcceptTcpClientAsync()).Dispose();
            asked++;
        }

        Assert.That(asked, Is.GreaterThanOrEqualTo(attempts));
    }

    [TestCase(true, 1, 0, 130, "", TestName = "A database as it has to be")]
    [TestCase(false, 1, 0, 160, "SET READ_COMMITTED_SNAPSHOT ON", TestName = "No row versions for those who write")]
    [TestCase(true, 0, 0, 160, "SET ALLOW_SNAPSHOT_ISOLATION ON", TestName = "No snapshots")]
    [TestCase(true, 2, 0, 160, "SET ALLOW_SNAPSHOT_ISOLATION ON", TestName = "Snapshots on their way")]
    [TestCase(true, 1, 2, 160, "SET DELAYED_DURABILITY = DISABLED", TestName = "Commits that are answered before they are on the disk")]
    [TestCase(true, 1, 0, 120, "SET COMPATIBILITY_LEVEL = 130", TestName = "A level without OPENJSON")]
    public void An_option_that_is_wrong_is_named_with_the_command_that_rights_it(bool readCommittedSnapshot, int snapshots, int durability, int level, string expected)
    {
        var faults = new SqlServerOptions(readCommittedSnapshot, snapshots, durability, level).Faults().ToList();
        Assert.That(faults, expected.Length == 0 ? Is.Empty : Has.Count.EqualTo(1).And.All.Contains($"ALTER DATABASE CURRENT {expected}"));
    }

    [Test]
    public async Task Another_host_may_make_the_database_at_the_same_moment()
    {
        var sent = new List<string>();
        await using var db = new SqlServerJposDbContext(
            new DbContextOptionsBuilder<SqlServerJposDbContext>().UseSqlServer(new SilentServer(sent), SqlServerEngine.Configure).ReplaceService<IRelationalDatabaseCreator, MadeByAnother>().Options);

        await engine.Prepare(db, CancellationToken.None);

        Assert.That(sent, Has.Some.Contains("ALLOW_SNAPSHOT_ISOLATION ON").And.Some.Contains("[__EFMigrationsHistory]"));
    }

    [Test]
    public void A_server_that_nobody_reaches_is_away_for_now()
    {
        using var nowhere = new SqlConnection("Server=127.0.0.1,1;User Id=nobody;Password=none;Connect Timeout=3;ConnectRetryCount=0;Encrypt=false;Pooling=false");
        Assert.That(Words(Assert.Throws<SqlException>(nowhere.Open)!), Is.EqualTo("transient"));
    }

    [Test]
    public async Task A_server_that_hangs_up_is_away_for_now()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var hangingUp = listener.AcceptTcpClientAsync();
        await using var connection = new SqlConnection($"Server=127.0.0.1,{((IPEndPoint)listener.LocalEndpoint).Port};User Id=nobody;Password=none;Connect Timeout=30;ConnectRetryCount=0;Encrypt=false;Pooling=false");
        var opening = connection.OpenAsync();
        (await hangingUp).Dispose();
        Assert.That(Words((await Assert.ThrowsAsync<SqlException>(() => opening))!), Is.EqualTo("transient"));
    }

    private string Words(Exception failure)
    {
        (string Word, bool IsSo)[] words =
            [("conflict", engine.IsConflict(failure)), ("busy", engine.IsBusy(failure)), ("transient", engine.IsTransient(failure)), ("refused", engine.IsRefused(failure))];
        return string.Join(' ', words.Where(word => word.IsSo).Select(word => word.Word));
    }

    /// <summary>The driver's own exception, which nobody else may make.</summary>
    private static SqlException Error(int number, byte severity)
    {
        const BindingFlags inside = BindingFlags.Instance | BindingFlags.Static | BindingFlags.NonPublic;
        var makesError = typeof(SqlError).GetConstructors(inside).First(constructor => constructor.GetParameters() is [{ ParameterType: var first }, ..] && first == typeof(int));
        object? Value(ParameterInfo parameter) => parameter.ParameterType switch
        {
            var type when type == typeof(byte) => parameter.Name!.Contains("lass", StringComparison.Ordinal) ? severity : (byte)0,
            var type when type == typeof(int) => parameter.Position == 0 ? number : 0,
            var type when type == typeof(string) => "",
            { IsValueType: true } type => Activator.CreateInstance(type),
            _ => null,
        };
        var errors = (SqlErrorCollection)Activator.CreateInstance(typeof(SqlErrorCollection), nonPublic: true)!;
        typeof(SqlErrorCollection).GetMethod("Add", inside)!.Invoke(errors, [makesError.Invoke([.. makesError.GetParameters().Select(Value)])]);
        var makes = typeof(SqlException).GetMethod("CreateException", inside, [typeof(SqlErrorCollection), typeof(string)])!;
        var failure = (SqlException)makes.Invoke(null, [errors, "16.00"])!;
        Assert.That((failure.Number, failure.Class), Is.EqualTo((number, severity)));
        return failure;
    }

    /// <summary>There is no database when the host looks, and there is one when it wants to make it.</summary>
    private sealed class MadeByAnother(RelationalDatabaseCreatorDependencies dependencies) : RelationalDatabaseCreator(dependencies)
    {
        // EF makes several of it.
        private static bool isMade;

        public override bool Exists() => isMade;

        public override bool HasTables() => isMade;

        public override void Create()
        {
            isMade = true;
            throw Error(SqlServerErrors.DatabaseExists, 16);
        }

        public override void Delete() => throw new NotSupportedException();
    }
}
