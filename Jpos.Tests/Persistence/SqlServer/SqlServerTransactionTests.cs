using System.Data;
using System.Data.Common;
using System.Diagnostics;
using Jpos.Infrastructure.Database.SqlServer;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Jpos.Tests.Persistence.SqlServer;

/// <summary>How units of work begin and end on SQL Server, and what becomes of them when it says nothing.</summary>
internal sealed class SqlServerTransactionTests
{
    private const int Seconds = 8;

    private readonly SqlServerEngine engine = new();

    [TestCase(true, IsolationLevel.ReadCommitted, TestName = "Who writes reads what is committed, and has locks for the rest")]
    [TestCase(false, IsolationLevel.Snapshot, TestName = "Who reads has a snapshot")]
    public async Task The_isolation_is(bool writes, IsolationLevel expected)
    {
        var begun = new Begun();
        await using var db = new SqlServerJposDbContext(new DbContextOptionsBuilder<SqlServerJposDbContext>().UseSqlServer(new SilentServer([])).AddInterceptors(begun).Options);
        await (writes ? engine.BeginWriting(db, CancellationToken.None) : engine.BeginReading(db, CancellationToken.None));
        Assert.That(begun.Levels, Is.EqualTo([expected]));
    }

    [Test]
    public async Task A_unit_leaves_no_connection_open()
    {
        await using var connection = new SilentServer([]);
        await using var db = new SqlServerJposDbContext(new DbContextOptionsBuilder<SqlServerJposDbContext>().UseSqlServer(connection).Options);
        await engine.BeginWriting(db, CancellationToken.None);
        Assert.That(connection.State, Is.EqualTo(ConnectionState.Open));
        await engine.Commit(db);
        Assert.That(connection.State, Is.EqualTo(ConnectionState.Closed));
    }

    [Test]
    public async Task A_server_that_answers_lets_a_unit_begin_and_commit()
    {
        using var server = new FakeSqlServer(FakeSqlServer.Request.None);
        await using var db = To(server);
        await engine.BeginWriting(db, CancellationToken.None);
        await engine.Commit(db);
        Assert.That(db.Database.CurrentTransaction, Is.Null);
    }

    [Test]
    public async Task A_begin_that_is_not_answered_is_given_up_before_the_deadline_and_holds_nobody_up()
    {
        using var server = new FakeSqlServer(FakeSqlServer.Request.Begin);
        await using var db = To(server);
        await db.Database.OpenConnectionAsync();
        await GivenUp(() => engine.BeginWriting(db, CancellationToken.None));
    }

    [Test]
    public async Task A_commit_that_is_not_answered_is_given_up_before_the_deadline_and_holds_nobody_up()
    {
        using var server = new FakeSqlServer(FakeSqlServer.Request.Commit);
        await using var db = To(server);
        await engine.BeginWriting(db, CancellationToken.None);
        var failure = await GivenUp(() => engine.Commit(db));
        Assert.That(engine.IsRefused(failure), Is.False, "nobody knows what came of it");
    }

    private async Task<Exception> GivenUp(Func<Task> work)
    {
        var since = Stopwatch.StartNew();
        var waiting = work();
        Assert.That(since.Elapsed, Is.LessThan(TimeSpan.FromSeconds(2)), "the thread is free");
        Assert.That(waiting.IsCompleted, Is.False);
        var failure = await Assert.CatchAsync<Exception>(() => waiting);
        Assert.That(since.Elapsed, Is.LessThan(TimeSpan.FromSeconds(Seconds + 1)));
        Assert.That(engine.IsTransient(failure!) || engine.IsBusy(failure!), Is.True, failure!.Message);
        return failure;
    }

    private static SqlServerJposDbContext To(FakeSqlServer server) => new(new DbContextOptionsBuilder<SqlServerJposDbContext>()
        .UseSqlServer(SqlServerEngine.GivingUpAfter(Seconds, $"Server={server.Server};User Id=nobody;Password=none;ConnectRetryCount=0;Encrypt=false;Pooling=false")).Options);

    private sealed class Begun : DbTransactionInterceptor
    {
        public List<IsolationLevel> Levels { get; } = [];

        public override InterceptionResult<DbTransaction> TransactionStarting(DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result)
        {
            Levels.Add(eventData.IsolationLevel);
            return result;
        }
    }
}
