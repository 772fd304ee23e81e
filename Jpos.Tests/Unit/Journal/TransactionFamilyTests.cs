using Jpos.Domain;
using Jpos.Domain.Journal;
using Jpos.Domain.Programmes;
using Jpos.Domain.Protocol;
using Jpos.Domain.Tickets;
using Jpos.Tests.Unit.Sequences;

namespace Jpos.Tests.Unit.Journal;

/// <summary>A consume, its cancel, the cancel's reversal and so on: what stands of them, and on which lots (protocol §4, §6).</summary>
internal sealed class TransactionFamilyTests
{
    private static readonly (int Hundredths, int Days)[] TwoLots = [(2000, 30), (3000, 700)];

    [Test]
    public void A_consume_stands_for_what_it_moved()
    {
        var shop = Open();

        var consume = shop.Consume(0, points: 25m, cash: 100m);

        Assert.That(Effective(shop, consume), Is.EqualTo("-20 -5 1.5"));
    }

    [Test]
    public void A_cancelled_consume_stands_for_nothing()
    {
        var shop = Open();
        var consume = shop.Consume(0, 25m, 100m, new TicketLine(1, 1));

        shop.Cancel(consume);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((Effective(shop, consume), consume.Status), Is.EqualTo(("", Domain.Journal.EntryStatus.Cancelled)));
            Assert.That(shop.FamilyOf(consume).EffectiveTickets(consume).Values, Is.All.Zero);
            Assert.That(shop.Accounts[0].Remaining(), Is.EqualTo("20 30 0"));
        }
    }

    [Test]
    public void A_cancel_stands_for_what_it_gave_back_and_took()
    {
        var shop = Open();

        var cancel = shop.Cancel(shop.Consume(0, points: 25m, cash: 100m));

        Assert.That(Effective(shop, cancel), Is.EqualTo("20 5 -1.5"));
    }

    [Test]
    public void A_reversed_cancel_stands_on_the_lots_that_are_left()
    {
        var shop = Open();
        var consume = shop.Consume(0, points: 15m);
        var cancel = shop.Cancel(consume);
        shop.Consume(0, points: 18m);

        shop.Reverse(cancel);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(shop.Accounts[0].Remaining(), Is.EqualTo("0 17"));
            Assert.That(Effective(shop, consume), Is.EqualTo("-2 -13"));
            Assert.That((consume.Status, cancel.Status), Is.EqualTo((Domain.Journal.EntryStatus.Posted, Domain.Journal.EntryStatus.Reversed)));
        }
    }

    [Test]
    public void A_second_cancel_gives_back_to_the_lots_that_the_consume_really_stood_on()
    {
        var shop = Open();
        var consume = shop.Consume(0, points: 15m);
        var first = shop.Cancel(consume);
        shop.Consume(0, points: 18m);
        shop.Reverse(first);

        var second = shop.Cancel(consume);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((second.Code, shop.Accounts[0].Remaining()), Is.EqualTo((ResponseCode.Approved, "2 30")));
            Assert.That(Effective(shop, consume), Is.Empty);
        }
    }

    [Test]
    public void A_reversal_of_a_cancel_goes_below_zero_and_a_second_cancel_gives_that_back()
    {
        var shop = Open();
        var consume = shop.Consume(0, points: 15m);
        var first = shop.Cancel(consume);
        shop.Consume(0, points: 45m);

        shop.Reverse(first);
        Assert.That((shop.Accounts[0].Remaining(), shop.Accounts[0].Balance), Is.EqualTo(("0 0 -10", Points.Of(-10m))));
        shop.Cancel(consume);

        Assert.That((shop.Accounts[0].Remaining(), shop.Accounts[0].Balance), Is.EqualTo(("0 5 0", Points.Of(5m))));
    }

    [Test]
    public void A_reversal_of_a_cancel_takes_the_pieces_that_are_left()
    {
        var shop = Open();
        var consume = shop.Consume(0, 0m, 0m, new TicketLine(1, 3));
        var cancel = shop.Cancel(consume);
        shop.Consume(0, 0m, 0m, new TicketLine(1, 2));

        var (_, missing) = shop.Reverse(cancel);
        Assert.That((missing, shop.Tickets[0].Remaining), Is.EqualTo((2, 0)));
        shop.Reverse(consume);

        Assert.That((shop.Tickets[0].Remaining, consume.Status), Is.EqualTo((1, Domain.Journal.EntryStatus.Reversed)), "what was taken comes back, no more");
    }

    [Test]
    public void A_cancel_of_a_consume_whose_gift_is_spent_is_51_and_marks_nothing()
    {
        var shop = Open(new Programme { Rules = new() { GiftsAvailableAtOnce = true } });
        var consume = shop.Consume(0, cash: 10_000m);
        shop.Consume(0, points: 200m);

        var cancel = shop.Cancel(consume);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((cancel.Code, consume.Status), Is.EqualTo((ResponseCode.InsufficientFunds, Domain.Journal.EntryStatus.Posted)));
            Assert.That((cancel.Postings.Count, shop.Batch.Totals.CancelCount), Is.EqualTo((0, 0)));
        }
    }

    [Test]
    public void All_of_a_line_have_one_root()
    {
        var shop = Open();
        var consume = shop.Consume(0, points: 1m);
        var cancel = shop.Cancel(consume);
        var reversal = shop.Reverse(cancel).Entry!;

        Assert.That(
            new[] { consume, cancel, reversal }.Select(entry => (entry.Root, entry.Original)),
            Is.EqualTo(new[] { (consume.Serial, null), (consume.Serial, consume.Serial), (consume.Serial, cancel.Serial) }));
    }

    [Test]
    public void An_undoing_tells_what_its_original_was()
    {
        var shop = Open();
        var consume = shop.Consume(0, points: 25m, cash: 100m);

        var cancel = shop.Cancel(consume);

        Assert.That(
            (cancel.PointAmount, cancel.CashAmount, cancel.Used, cancel.Awarded, cancel.CardId),
            Is.EqualTo((consume.PointAmount, consume.CashAmount, Points.Of(25m), Points.Of(1.5m), consume.CardId)));
    }

    [Test]
    public void A_reversal_of_a_cancel_finds_the_gift_pending_still()
    {
        var shop = Open();
        var consume = shop.Consume(0, cash: 1000m);
        shop.Reverse(shop.Cancel(consume));
        var gift = shop.Accounts[0].Lots.Single(lot => lot.BatchId != 0);

        Assert.That((gift.Remaining, gift.IsPending(shop.Now.Utc), shop.Accounts[0].Available(shop.Now)), Is.EqualTo((Points.Of(15m), true, Points.Of(50m))));
    }

    private static Shop Open(Programme? programme = null) => new(programme ?? new Programme(), [TwoLots]);

    /// <summary>What each lot gained by it and by all that came of it.</summary>
    private static string Effective(Shop shop, TransactionJournal entry) => string.Join(' ', shop.FamilyOf(entry).EffectivePoints(entry).Parts.Select(part => part.Amount));
}
