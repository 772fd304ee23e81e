using Jpos.Application.TerminalProtocol.Messages;
using Jpos.Application.TerminalProtocol.Transactions;
using Jpos.Domain;
using Jpos.Domain.Accounts;
using Jpos.Domain.Journal;
using Jpos.Domain.Protocol;
using Jpos.Infrastructure.Database;
using Jpos.Infrastructure.Maintenance;
using Jpos.Tests.Hosting;
using Jpos.Tests.Unit;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Jpos.Tests.EndToEnd;

/// <summary>Expiry runs and reversals that give points back to a lot whose last day is over, at the same moment: a run takes what is there before the reversal or after it, never in its middle (protocol §4).</summary>
[TestFixtureSource(typeof(Engines), nameof(Engines.Each))]
internal sealed class ExpiryRaceTests(Engine engine)
{
    private const int Rounds = 30;

    private JposHost host = null!;

    /// <summary>Half a point at a time is spent out of the lot that is over by the time the rounds begin.</summary>
    [SetUp]
    public async Task SpendAndLetTheLotExpire()
    {
        host = await JposHost.Borrow(engine: engine);
        await host.Post("/v1/jpos/terminal/checkin", Form.CheckIn());
        foreach (var trace in Enumerable.Range(1, Rounds))
        {
            Assert.That((await host.Post("/v1/jpos/trans/consume", Consume(trace))).Status, Is.EqualTo("00"));
        }

        host.Time.Advance(TimeSpan.FromDays(40));
    }

    [TearDown]
    public async Task Stop() => await host.DisposeAsync();

    [Test]
    public async Task In_whatever_order_they_come_each_point_expires_once()
    {
        for (var round = 1; round <= Rounds; round++)
        {
            var (trace, keepsRunning) = (round, round % 2 == 0);
            var reversal = Task.Run(() => host.Post("/v1/jpos/trans/consumeReversal", Consume(trace)));
            async Task Runs()
            {
                do
                {
                    await Expire();
                }
                while (keepsRunning && !reversal.IsCompleted);
            }

            await Task.WhenAll(reversal, Task.Run(Runs), Task.Run(Runs));
            Assert.That((await reversal).Status, Is.EqualTo("00"));
            await AssertBooks(givenBack: 0.5m * round);
        }

        await Expire();
        await AssertAllExpired(20m);
    }

    [Test]
    public async Task What_is_given_back_behind_a_unit_of_a_run_is_taken_by_the_units_after_it()
    {
        using var hold = new UnitSeam.Hold<TransactionJournal>(entry => entry.Operation is Operations.Expire);
        host.Seam.Saved = hold.Up;
        var run = Expire();
        await hold.Reached;

        // Sent in process: with turns, it waits for its own when the call comes back, and the run's next one is behind it. Without, the two meet at the account in any order.
        var reversal = Reverse(1);
        Assert.That((run.IsCompleted, reversal.IsCompleted), Is.EqualTo((false, false)));
        hold.Release();

        Assert.That((await reversal).Code, Is.EqualTo(ResponseCode.Approved));
        var taken = await run;
        Assert.That(taken, engine is Engine.Sqlite ? Is.EqualTo(2) : Is.InRange(1, 2), "the rest of the lot, and what came back to it");
        Assert.That(taken + await Expire(), Is.EqualTo(2));
        await AssertBooks(givenBack: 0.5m);
        await AssertAllExpired(5.5m);
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task A_run_takes_what_a_reversal_is_giving_back_after_it_or_not_at_all(bool isCommitting)
    {
        await Expire();
        using var hold = new UnitSeam.Hold<TransactionJournal>(entry => entry.IsReversal);
        if (isCommitting)
        {
            host.Seam.Committing = hold.Up;
        }
        else
        {
            host.Seam.Saved = hold.Up;
        }

        var reversal = host.Post("/v1/jpos/trans/consumeReversal", Consume(1));
        await hold.Reached;

        // With turns it waits; without, it sees what is committed.
        var run = Expire();
        Assert.That((run.IsCompleted && engine is Engine.Sqlite, reversal.IsCompleted), Is.EqualTo((false, false)));
        hold.Release();

        Assert.That(((await reversal).Status, (await reversal).Balance), Is.EqualTo(("00", 30.5m)));
        var taken = await run;
        Assert.That(taken, engine is Engine.Sqlite ? Is.EqualTo(1) : Is.InRange(0, 1));
        Assert.That(taken + await Expire(), Is.EqualTo(1));
        await AssertBooks(givenBack: 0.5m);
        await AssertAllExpired(5.5m);
    }

    private static Form Consume(int trace) => Form.Consume(trace, points: "0.5", card: Form.TwoLotCard);

    private Task<int> Expire() => host.Services.GetRequiredService<ExpiryJob>().Run(CancellationToken.None);

    private async Task<Reply> Reverse(int trace)
    {
        await using var scope = host.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new ReverseConsume(new Consume
        {
            Store = StoreNumber.Of(Form.Store),
            Terminal = TerminalNumber.Of(Form.Terminal),
            Card = CardNumber.Of(Form.TwoLotCard),
            Trace = TraceNumber.Of(trace),
            Batch = BatchNumber.First,
            EntryMode = Given.Mode("01"),
            PointAmount = Amount.Of("0.5"),
            CashAmount = Amount.Of("0"),
        }));
    }

    /// <summary>The books have no faults, the good lot was never touched, and of the other one everything is spent, there, or expired.</summary>
    private async Task AssertBooks(decimal givenBack)
    {
        Assert.That(await host.Faults(), Is.Empty);
        var (over, good) = await Lots();
        Assert.That((good.Remaining, await Posted(good)), Is.EqualTo((Points.Of(30m), "Adjustment 30")));
        var unspent = Points.Of(20m - (0.5m * Rounds) + givenBack);
        Assert.That(over.Remaining + await Expired(over), Is.EqualTo(unspent));
    }

    private async Task AssertAllExpired(decimal points)
    {
        var (over, _) = await Lots();
        Assert.That((over.Remaining, await Expired(over)), Is.EqualTo((Points.Zero, Points.Of(points))));
        var card = await host.Post("/v1/jpos/cards", Form.Query(Form.TwoLotCard));
        Assert.That((card.Balance, card.Available), Is.EqualTo((30m, 30m)));
    }

    private Task<(Lot Over, Lot Good)> Lots() => host.InDatabase(async db =>
    {
        var lots = await OfCard(db).AsNoTracking().SelectMany(account => account.Lots).OrderBy(lot => lot.ExpiresOn).ToListAsync();
        Assert.That(lots, Has.Count.EqualTo(2), "an undo makes no lot");
        return (lots[0], lots[1]);
    });

    private static IQueryable<PointAccount> OfCard(JposDbContext db) =>
        db.Accounts.Where(account => db.Cards.Any(card => card.AccountId == account.Id && card.Number == CardNumber.Of(Form.TwoLotCard)));

    private async Task<string> Posted(Lot lot) => string.Join(' ', (await Postings(lot)).Select(posting => $"{posting.Programme} {posting.Amount}"));

    private async Task<Points> Expired(Lot lot) => (await Postings(lot)).Where(posting => posting.Programme is ProgrammeAccount.Expired).Select(posting => -posting.Amount).Sum();

    private Task<List<Posting>> Postings(Lot lot) => host.InDatabase(db => db.Postings.AsNoTracking().Where(posting => posting.LotId == lot.Id).ToListAsync());
}
