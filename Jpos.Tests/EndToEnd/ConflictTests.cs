using Jpos.Application.Ports;
using Jpos.Domain;
using Jpos.Domain.Journal;
using Jpos.Domain.Protocol;
using Jpos.Infrastructure.Database;
using Jpos.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Jpos.Tests.EndToEnd;

/// <summary>What becomes of a message whose rows change under it, or whose handling fails: nothing of the attempt stays, and it is decided again on fresh rows, a bounded number of times (protocol §3).</summary>
[TestFixtureSource(typeof(Engines), nameof(Engines.Each))]
internal sealed class ConflictTests(Engine engine)
{
    [Test]
    public async Task A_message_that_meets_conflicts_is_decided_again()
    {
        var trouble = new Trouble { Times = 3, Make = (db, cancellation) => db.Database.ExecuteSqlRawAsync("""UPDATE "Lots" SET "Version" = "Version" + 1, "Remaining" = 0""", cancellation) };
        await using var host = await RunWith(trouble);

        var paid = await host.Post("/v1/jpos/trans/consume", Form.Consume(1, points: "10", cash: "100"));
        Assert.That((paid.Status, paid.Balance, trouble.Met), Is.EqualTo(("00", 991.5m, 4)));
    }

    [Test]
    public async Task A_message_that_meets_nothing_but_conflicts_gets_96_and_may_be_sent_again()
    {
        var trouble = new Trouble { Times = 10, Make = (db, cancellation) => db.Database.ExecuteSqlRawAsync("""UPDATE "Lots" SET "Version" = "Version" + 1""", cancellation) };
        await using var host = await RunWith(trouble);

        var failed = await host.Post("/v1/jpos/trans/consume", Form.Consume(1, points: "10"));
        Assert.That((failed.Status, trouble.Met), Is.EqualTo(("96", 10)));
        Assert.That((await host.Post("/v1/jpos/trans/consume", Form.Consume(1, points: "10"))).Status, Is.EqualTo("00"));
    }

    [Test]
    public async Task A_failure_in_the_middle_leaves_nothing_and_says_nothing()
    {
        var trouble = new Trouble { Times = 1, Make = (_, _) => throw new InvalidOperationException($"secret {Form.GoldCard}") };
        await using var host = await RunWith(trouble);

        var failed = await host.Post("/v1/jpos/trans/consume", Form.Consume(1, points: "10"));
        Assert.That((failed.Status, failed.Serial, failed.Balance), Is.EqualTo(("96", "", 0m)));
        Assert.That(failed.Text, Does.Not.Contain("secret").And.Not.Contain(Form.GoldCard));
        Assert.That(await host.InDatabase(db => db.Journal.CountAsync(entry => entry.Trace != null)), Is.Zero);
        Assert.That((await host.Post("/v1/jpos/trans/consume", Form.Consume(1, points: "10"))).Status, Is.EqualTo("00"));
    }

    [Test]
    public async Task A_copy_that_slipped_past_the_look_up_is_stopped_by_the_unique_key_and_answered_from_the_journal()
    {
        var blind = new Blindness();
        await using var host = await JposHost.Run(services: services =>
        {
            services.AddSingleton(blind);
            services.Decorate<ITransactionJournal, BlindJournal>();
        }, engine: engine);
        await host.Post("/v1/jpos/terminal/checkin", Form.CheckIn());
        var first = await host.Post("/v1/jpos/trans/consume", Form.Consume(1, points: "10"));

        blind.Times = 1;
        var copy = await host.Post("/v1/jpos/trans/consume", Form.Consume(1, points: "10"));
        Assert.That((copy.Text, blind.Times), Is.EqualTo((first.Text, 0)));
    }

    private async Task<JposHost> RunWith(Trouble trouble)
    {
        var host = await JposHost.Run(services: services =>
        {
            services.AddSingleton(trouble);
            services.Decorate<IPointAccounts, TroubledAccounts>();
        }, engine: engine);
        await host.Post("/v1/jpos/terminal/checkin", Form.CheckIn());
        return host;
    }

    /// <summary>Something that happens right after the account was read, so many times.</summary>
    private sealed class Trouble
    {
        public required int Times { get; init; }

        public required Func<JposDbContext, CancellationToken, Task> Make { get; init; }

        public int Met { get; set; }
    }

    private sealed class TroubledAccounts(IPointAccounts accounts, Trouble trouble, JposDbContext db) : IPointAccounts
    {
        public async Task<Domain.Accounts.PointAccount> Find(long id, Points toTake, CancellationToken cancellation)
        {
            var account = await accounts.Find(id, toTake, cancellation);
            if (++trouble.Met <= trouble.Times)
            {
                await trouble.Make(db, cancellation);
            }

            return account;
        }

        public Task<Domain.Accounts.PointAccount> Current(long id, Points toTake, CancellationToken cancellation) => accounts.Current(id, toTake, cancellation);

        public Task<LoadedEffect> Load(Domain.Accounts.PointAccount account, Domain.Accounts.PointEffect effect, CancellationToken cancellation) => accounts.Load(account, effect, cancellation);

        public Task LoadDay(Domain.Accounts.PointAccount account, DateOnly expiresOn, CancellationToken cancellation) => accounts.LoadDay(account, expiresOn, cancellation);

        public Task LoadAll(Domain.Accounts.PointAccount account, CancellationToken cancellation) => accounts.LoadAll(account, cancellation);

        public Task<IReadOnlyDictionary<long, Domain.Accounts.PointAccount>> Find(IReadOnlyCollection<long> ids, CancellationToken cancellation) => accounts.Find(ids, cancellation);

        public void Add(Domain.Accounts.PointAccount account) => accounts.Add(account);

        public Task<IReadOnlyList<Domain.Accounts.PointAccount>> WithExpiredLots(DateOnly lastDay, int most, CancellationToken cancellation) =>
            accounts.WithExpiredLots(lastDay, most, cancellation);

        public Task<IReadOnlyList<OutstandingPoints>> Outstanding(Moment now, CancellationToken cancellation) => accounts.Outstanding(now, cancellation);

        public Task<IReadOnlyList<HeldGift>> HeldGifts(long? after, int most, CancellationToken cancellation) => accounts.HeldGifts(after, most, cancellation);
    }

    private sealed class Blindness
    {
        public int Times { get; set; }
    }

    private sealed class BlindJournal(ITransactionJournal journal, Blindness blindness) : ITransactionJournal
    {
        public async Task<(TransactionJournal? Original, TransactionJournal? Reversal)> FindKey(long batchId, TraceNumber trace, CancellationToken cancellation)
        {
            if (blindness.Times == 0)
            {
                return await journal.FindKey(batchId, trace, cancellation);
            }

            blindness.Times--;
            return (null, null);
        }

        public Task<TransactionJournal?> Find(SerialNumber serial, CancellationToken cancellation) => journal.Find(serial, cancellation);

        public Task<TransactionFamily> Family(SerialNumber root, CancellationToken cancellation) => journal.Family(root, cancellation);

        public Task<IReadOnlyDictionary<long, Points>> Expired(IEnumerable<long> lotIds, CancellationToken cancellation) => journal.Expired(lotIds, cancellation);

        public Task<int> CountConsumes(long cardId, DateOnly businessDay, CancellationToken cancellation) => journal.CountConsumes(cardId, businessDay, cancellation);

        public void Add(TransactionJournal entry) => journal.Add(entry);
    }
}
