using Jpos.Domain;
using Jpos.Domain.Journal;
using Jpos.Infrastructure.Database;
using Jpos.Infrastructure.Maintenance;
using Jpos.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Jpos.Tests.EndToEnd;

/// <summary>An expiry run that is cut off leaves whole units of work, and the next one takes the rest, each lot once (protocol §3, §4).</summary>
[TestFixtureSource(typeof(Engines), nameof(Engines.PostgreSqlOrEach))]
internal sealed class InterruptedExpiryTests(Engine engine)
{
    private const int Accounts = (3 * ExpiryJob.AccountsInUnit) + 50;

    /// <summary>How the third unit of a run ends, and how many stay.</summary>
    public enum Cut
    {
        /// <summary>It is told to stop when it has written everything but not committed it.</summary>
        StoppedBeforeCommit,

        /// <summary>The database fails then.</summary>
        FailedBeforeCommit,

        /// <summary>It is told to stop when it commits: that is seen through.</summary>
        StoppedAtCommit,
    }

    [TestCase(Cut.StoppedBeforeCommit, 2)]
    [TestCase(Cut.FailedBeforeCommit, 2)]
    [TestCase(Cut.StoppedAtCommit, 3)]
    public async Task A_run_that_is_cut_off_leaves_whole_units_and_the_next_one_takes_the_rest(Cut cut, int unitsThatStay)
    {
        await using var host = await JposHost.Borrow(engine: engine);
        await host.InDatabase(db => ManyExpired.Add(db, Accounts, host.Time.GetUtcNow()));
        using var stop = new CancellationTokenSource();
        var units = 0;
        async Task InThirdUnit(JposDbContext db)
        {
            if (db.ChangeTracker.Entries<TransactionJournal>().Any(entry => entry.Entity.Operation is Operations.Expire) && ++units == 3)
            {
                await (cut is Cut.FailedBeforeCommit ? throw new IOException("The disk is full.") : stop.CancelAsync());
            }
        }

        if (cut is Cut.StoppedAtCommit)
        {
            host.Seam.Committing = InThirdUnit;
        }
        else
        {
            host.Seam.Saved = InThirdUnit;
        }

        Assert.That(() => Expire(host, stop.Token), cut is Cut.FailedBeforeCommit ? Throws.InstanceOf<IOException>() : Throws.InstanceOf<OperationCanceledException>());
        Assert.That(await host.InDatabase(ManyExpired.Taken), Is.EqualTo(unitsThatStay * ExpiryJob.AccountsInUnit));

        Assert.That(await Expire(host, CancellationToken.None), Is.EqualTo(Accounts - (unitsThatStay * ExpiryJob.AccountsInUnit)), "what stayed is not taken again");
        Assert.That(await host.InDatabase(ManyExpired.Taken), Is.EqualTo(Accounts));
        Assert.That(await Expire(host, CancellationToken.None), Is.Zero);
    }

    [Test]
    public async Task After_SIGKILL_in_a_run_the_next_run_takes_the_rest()
    {
        const int accounts = 4 * ExpiryJob.AccountsInUnit;
        await using var database = TestDatabase.Empty(engine);
        await using (var db = database.Open())
        {
            await db.Database.MigrateAsync();
            await ManyExpired.Add(db, accounts, TimeProvider.System.GetUtcNow());

            // An entry takes some milliseconds, so that the kill comes long before the end, and in the middle of a unit.
            await db.Database.ExecuteSqlRawAsync(engine switch
            {
                Engine.Sqlite => """CREATE TRIGGER "Slow" AFTER INSERT ON "TransactionJournal" BEGIN SELECT length(hex(randomblob(300000))); END""",
                Engine.SqlServer => "CREATE TRIGGER [Slow] ON [TransactionJournal] AFTER INSERT AS WAITFOR DELAY '00:00:00.050'",
                _ => """
                  CREATE FUNCTION "Sleep"() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(0.005); RETURN NULL; END';
                  CREATE TRIGGER "Slow" AFTER INSERT ON "TransactionJournal" FOR EACH ROW EXECUTE FUNCTION "Sleep"();
                  """,
            });
        }

        using (var run = HostProcess.Expire(database, ("Jpos:Demo", "false")))
        {
            await FirstUnit(database);
            await run.Kill();
        }

        await using (var db = database.Open())
        {
            var taken = await ManyExpired.Taken(db);
            Assert.That(taken, Is.Positive.And.LessThan(accounts), "it was cut off, or the test has shown nothing");
            Assert.That(taken % ExpiryJob.AccountsInUnit, Is.Zero, "whole units");
            await db.Database.ExecuteSqlRawAsync(engine is Engine.PostgreSql ? """DROP TRIGGER "Slow" ON "TransactionJournal" """ : """DROP TRIGGER "Slow" """);
        }

        Assert.That((await HostCommand.Run(database.Settings, "expire")).Code, Is.Zero);

        await using (var db = database.Open())
        {
            Assert.That(await ManyExpired.Taken(db), Is.EqualTo(accounts));
        }
    }

    /// <summary>Another process says nothing of its units; what it has committed can be looked up.</summary>
    private static async Task FirstUnit(TestDatabase database)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await using var db = database.Open();
        while (!await db.Journal.AnyAsync(entry => entry.Operation == Operations.Expire, patience.Token))
        {
            await Task.Delay(10, patience.Token);
        }
    }

    private static Task<int> Expire(JposHost host, CancellationToken stop) => host.Services.GetRequiredService<ExpiryJob>().Run(stop);
}
