using System.Data.Common;
using Jpos.Domain.Limits;
using Jpos.Infrastructure.Database;
using Jpos.Infrastructure.Maintenance;
using Jpos.Infrastructure.Settings;
using Jpos.Tests.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Jpos.Tests.Persistence;

/// <summary>The one way to run a transaction.</summary>
internal sealed class TransactionRunnerTests
{
    private readonly RefusedDelete refusal = new();
    private JposHost host = null!;
    private TransactionRunner runner = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        host = await JposHost.Run(services: services => services.Intercept(refusal));
        runner = host.Services.GetRequiredService<TransactionRunner>();
    }

    [OneTimeTearDown]
    public async Task Stop() => await host.DisposeAsync();

    private static IEnumerable<TestCaseData> Profiles()
    {
        yield return new TestCaseData(TransactionProfile.Message(new MessageSettings { Attempts = 7 }), 7).SetArgDisplayNames("message");
        yield return new TestCaseData(TransactionProfile.Command, 10).SetArgDisplayNames("command");
        yield return new TestCaseData(TransactionProfile.Query, 3).SetArgDisplayNames("query");
        yield return new TestCaseData(TransactionProfile.Startup, 2).SetArgDisplayNames("startup");
    }

    [TestCaseSource(nameof(Profiles))]
    public async Task A_conflict_is_decided_again_on_fresh_rows_as_often_as_the_profile_says(TransactionProfile profile, int attempts)
    {
        var met = 0;
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => runner.Write<int>(Of(profile), Conflict, default));
        Assert.That(met, Is.EqualTo(attempts));

        Task<int> Conflict(IServiceProvider services, CancellationToken cancellation)
        {
            met++;
            var db = services.GetRequiredService<JposDbContext>();
            Assert.That(db.ChangeTracker.Entries(), Is.Empty);
            db.Add(new AddressFailures("192.0.2.1", DateTime.UnixEpoch));
            throw new DbUpdateConcurrencyException();
        }
    }

    [Test]
    public async Task A_message_that_met_a_conflict_before_has_one_attempt_less()
    {
        var met = 0;
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => runner.Write<int>(
            Of(TransactionProfile.Message(new MessageSettings { Attempts = 7 })) with { ConflictsBefore = 1 },
            (_, _) =>
            {
                met++;
                throw new DbUpdateConcurrencyException();
            },
            default));
        Assert.That(met, Is.EqualTo(6));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task A_busy_database_is_asked_again_until_it_answers_and_that_is_no_attempt(bool isBackground)
    {
        var met = 0;
        var result = await runner.Write(
            Of(isBackground ? TransactionProfile.Background : TransactionProfile.Message(new MessageSettings { Attempts = 1 })),
            (_, _) => ++met < 4 ? throw new SqliteException("busy", 5) : Task.FromResult(met),
            default);
        Assert.That((result, met), Is.EqualTo((4, 4)));
    }

    [Test]
    public void Who_gives_up_while_the_database_is_away_is_told_so_and_not_of_the_database()
    {
        using var patience = new CancellationTokenSource(200);
        Assert.That(
            async () => await runner.Write<int>(Of(TransactionProfile.Command), (_, _) => throw new SqliteException("busy", 5), patience.Token),
            Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task A_query_is_not_asked_again_of_a_busy_database()
    {
        var met = 0;
        await Assert.ThrowsAsync<SqliteException>(() => runner.Read<int>(
            Of(TransactionProfile.Query),
            (_, _) =>
            {
                met++;
                throw new SqliteException("busy", 5);
            },
            default));
        Assert.That(met, Is.EqualTo(1));
    }

    [Test]
    public async Task What_must_not_be_done_twice_is_not_tried_again()
    {
        var met = 0;
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => runner.Write<int>(
            Of(TransactionProfile.Command) with { MayRetry = () => false },
            (_, _) =>
            {
                met++;
                throw new DbUpdateConcurrencyException();
            },
            default));
        Assert.That(met, Is.EqualTo(1));
    }

    [Test]
    public async Task What_is_abandoned_is_rolled_back()
    {
        await runner.Write(
            Of(TransactionProfile.Command),
            (services, _) =>
            {
                services.GetRequiredService<JposDbContext>().Add(new AddressFailures("192.0.2.9", DateTime.UnixEpoch));
                services.GetRequiredService<UnitOfWork>().Abandon();
                return Task.FromResult(0);
            },
            default);
        Assert.That(await host.InDatabase(db => db.AddressFailures.AnyAsync(row => row.Address == "192.0.2.9")), Is.False);
    }

    [Test]
    public async Task The_daily_removal_goes_on_after_a_conflict()
    {
        await host.InDatabase(async db =>
        {
            db.Add(new AddressFailures("192.0.2.2", JposHost.Start.UtcDateTime.AddDays(-10)));
            return await db.SaveChangesAsync();
        });
        refusal.Left = 2;

        await host.Services.GetRequiredService<RetentionJob>().Run(default);

        Assert.That(refusal.Left, Is.Zero);
        Assert.That(await host.InDatabase(db => db.AddressFailures.AnyAsync(row => row.Address == "192.0.2.2")), Is.False);
    }

    private static Transaction Of(TransactionProfile profile) => new(profile, ConnectionConsumer.BackOffice, () => "a test");

    private sealed class RefusedDelete : DbCommandInterceptor
    {
        public int Left { get; set; }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
            command.CommandText.StartsWith("DELETE", StringComparison.Ordinal) && Left > 0 && Left-- > 0 ? throw new DbUpdateConcurrencyException() : ValueTask.FromResult(result);
    }
}
