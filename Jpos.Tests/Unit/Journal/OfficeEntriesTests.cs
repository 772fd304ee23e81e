using Jpos.Domain;
using Jpos.Domain.Accounts;
using Jpos.Domain.Journal;
using Jpos.Domain.Programmes;
using Jpos.Domain.Protocol;
using Jpos.Domain.Tickets;

namespace Jpos.Tests.Unit.Journal;

/// <summary>Entries of the back office and of expiry runs, and what an undoing tells (protocol §3, §4).</summary>
internal sealed class OfficeEntriesTests
{
    private readonly Counter numbers = new();

    [Test]
    public void An_adjustment_counts_what_it_moved_on_balance()
    {
        var account = Given.Account(numbers, (10m, Given.NextYear));
        var entry = TransactionJournal.BeginAdjustment(Next(), Given.Card(id: 7), Given.Utc, Given.Today);
        account.Withdraw(Points.Of(4m), Given.Now, entry);
        var taken = (entry.Used, entry.Awarded);
        account.Add(Points.Of(3m), Given.NextYear, ProgrammeAccount.Adjustment, entry, numbers, Given.Today);
        var less = (entry.Used, entry.Awarded);
        account.Add(Points.Of(6m), Given.NextYear, ProgrammeAccount.Adjustment, entry, numbers, Given.Today);

        Assert.That((taken, less, (entry.Used, entry.Awarded)), Is.EqualTo(((Points.Of(4m), Points.Zero), (Points.Of(1m), Points.Zero), (Points.Zero, Points.Of(5m)))));
        Assert.That((entry.CardId, entry.MaskedCard, entry.Operation, entry.IsRefusalOfGift, entry.At, entry.BusinessDay), Is.EqualTo(((long?)7, "990000******0010", Operations.Adjustment, false, Given.Utc, Given.Today)));
    }

    [Test]
    public void An_expiry_counts_what_it_took()
    {
        var account = Given.Account(numbers, (10m, Given.Today));
        var entry = TransactionJournal.BeginExpiry(Next(), account, Given.Now);

        account.Expire(Given.Today, entry);

        Assert.That((entry.AccountId, entry.CardId, entry.Operation, entry.Used, entry.Awarded), Is.EqualTo((account.Id, (long?)null, Operations.Expire, Points.Of(10m), Points.Zero)));
    }

    [Test]
    public void A_refused_gift_belongs_to_its_consume_and_counts_as_taken_back()
    {
        var account = new PointAccount(1);
        var consume = Given.Entry(numbers);
        account.AddGift(Points.Of(10m), Given.NextYear, Points.Of(5m), consume, numbers, null, Given.Today);
        var refusal = TransactionJournal.BeginRefusalOfGift(Next(), consume, Given.Card(id: 7), Given.Now);
        account.RefuseGift(consume.Serial, refusal);
        var family = new TransactionFamily([consume, refusal]);

        Assert.That(
            (refusal.IsRefusalOfGift, refusal.Original, refusal.Root, refusal.CardId, refusal.MaskedCard, refusal.Awarded, refusal.Used),
            Is.EqualTo((true, consume.Serial, consume.Root, (long?)7, "990000******0010", Points.Of(10m), Points.Zero)));
        Assert.That((family.RefusedGift(consume), family.EffectivePoints(consume).Parts, family[refusal.Serial]), Is.EqualTo((Points.Of(10m), Array.Empty<PointEffect.Part>(), refusal)));
    }

    [Test]
    public void What_is_no_refusal_of_its_gift_is_not_taken_off_a_consumes_gift()
    {
        var account = Given.Account(numbers, (10m, Given.NextYear));
        var (consume, other) = (Given.Entry(numbers), Given.Entry(numbers, trace: 2));
        account.AddGift(Points.Of(10m), Given.NextYear, Points.Of(5m), other, numbers, null, Given.Today);
        account.Redeem(Points.Of(1m), Given.Now, consume);
        var cancel = Given.Entry(numbers, Operations.Cancel, consume.Batch, 3);
        account.Undo(consume.Effect(), mayOwe: false, Given.Now, cancel, numbers);
        cancel.ApproveCancel(consume);
        var refusal = TransactionJournal.BeginRefusalOfGift(Next(), other, Given.Card(), Given.Now);
        account.RefuseGift(other.Serial, refusal);
        var adjustment = TransactionJournal.BeginAdjustment(Next(), Given.Card(), Given.Utc, Given.Today);
        account.Withdraw(Points.Of(1m), Given.Now, adjustment);

        var family = new TransactionFamily([consume, cancel, other, refusal, adjustment]);

        Assert.That((family.RefusedGift(consume), family.RefusedGift(other), family.Members.Count), Is.EqualTo((Points.Zero, Points.Of(10m), 5)));
    }

    [Test]
    public void A_refund_tells_what_it_took_of_the_gift_and_marks_its_consume()
    {
        var consume = Consume();
        var refund = Given.Entry(numbers, Operations.Refund, consume.Batch, 2);

        refund.ApproveRefund(consume, Points.Of(1m));
        refund.DeductRefusedGift(Points.Of(0.25m));

        Assert.That(
            (refund.PointAmount, refund.CashAmount, refund.VoucherAmount, refund.Used, refund.Awarded, refund.Original, refund.CardId),
            Is.EqualTo((Money.Of(5m), Money.Of(3m), Money.Of(2m), Points.Of(5m), Points.Of(0.75m), consume.Serial, (long?)7)));
        Assert.That(consume.Status, Is.EqualTo(EntryStatus.Refunded));
    }

    [Test]
    public void A_refunds_cancel_marks_the_refund_and_the_consume_stands_again()
    {
        var consume = Consume();
        var refund = Given.Entry(numbers, Operations.Refund, consume.Batch, 2);
        refund.ApproveRefund(consume, Points.Of(1m));
        var cancel = Given.Entry(numbers, Operations.RefundCancel, consume.Batch, 3);

        cancel.ApproveRefundCancel(refund, consume);

        Assert.That(
            (refund.Status, consume.Status, cancel.Original, cancel.Root, cancel.Awarded, cancel.PointAmount),
            Is.EqualTo((EntryStatus.Cancelled, EntryStatus.Posted, refund.Serial, consume.Serial, Points.Of(1m), Money.Of(5m))));
    }

    [Test]
    public void The_reversal_of_a_consumption_of_tickets_tells_what_they_were_worth()
    {
        var use = Given.Entry(numbers, Operations.ConsumeTickets);
        use.ApproveTickets(Money.Of(50m));
        var reversal = Given.Entry(numbers, Operations.ConsumeTickets, use.Batch, isReversal: true);

        reversal.ApproveReversal(use, use.Batch!, null);

        Assert.That((reversal.TicketAmount, use.Status, reversal.IsReversal), Is.EqualTo((Money.Of(50m), EntryStatus.Reversed, true)));
    }

    [Test]
    public void What_has_moved_pieces_or_points_cannot_be_declined()
    {
        var (pieces, points) = (Given.Entry(numbers), Given.Entry(numbers));
        _ = new Ticket(1, 1, TicketType.Voucher, "代金券", Money.Of(50m), 1, Given.NextYear, pieces);
        new PointAccount(1).Add(Points.Of(1m), Given.NextYear, ProgrammeAccount.Issued, points, numbers, Given.Today);

        Assert.That(() => pieces.DeclineWith(ResponseCode.InsufficientFunds), Throws.InvalidOperationException);
        Assert.That(() => points.DeclineWith(ResponseCode.InsufficientFunds), Throws.InvalidOperationException);
    }

    [Test]
    public void An_entry_keeps_card_account_and_member_of_the_card_that_was_attached()
    {
        var entry = Given.Entry(numbers);
        var card = Given.Card(id: 7);

        Assert.That((entry.AttachCard(card), entry.CardId, entry.AccountId, entry.MemberId), Is.EqualTo((card, (long?)7, Given.AccountOf(7), (long?)1)));
    }

    [Test]
    public void A_stored_outcome_that_there_is_not_cannot_be_read()
    {
        var (approved, unreadable, unknown) = (Given.Entry(numbers), Given.Entry(numbers), Given.Entry(numbers));
        unreadable.DeclineWith(ResponseCode.Unreadable);

        Assert.That((approved.IsUnreadable, unreadable.IsUnreadable, unknown.With((EntryStatus)9).IsUnreadable), Is.EqualTo((false, true, true)));
    }

    [Test]
    public void An_entry_keeps_the_key_of_its_message_and_the_answer()
    {
        var batch = Given.Batch(new Counter(42));
        var entry = TransactionJournal.Begin(Next(), Operations.Cancel, batch, TraceNumber.Of(3), false, Fingerprint.Of("1:a"), CardNumber.Of(Given.GoodCard), RegisterTrace.Of("till"), Given.Utc.AddHours(-1), Given.Utc, Given.Today);
        entry.RecordAnswer([1, 2]);

        Assert.That(
            (entry.Batch, entry.BatchId, entry.Trace, entry.IsReversal, entry.Content.Text, entry.RegisterTrace, entry.OriginalTime),
            Is.EqualTo((batch, (long?)42, TraceNumber.Of(3), false, "1:a", RegisterTrace.Of("till"), (DateTime?)Given.Utc.AddHours(-1))));
        Assert.That(entry.Answer, Is.EqualTo(new byte[] { 1, 2 }));
    }

    [Test]
    public void Postings_are_numbered_from_one_with_both_sides()
    {
        var account = Given.Account(numbers, (1m, Given.Today), (2m, Given.NextYear));
        var entry = Given.Entry(numbers);

        account.Redeem(Points.Of(3m), Given.Now, entry);

        var lots = account.Lots.Select(lot => lot.Id).ToArray();
        Assert.That(
            entry.Postings.Select(posting => (posting.Transaction, posting.Line, posting.LotId, posting.Programme, posting.Amount)),
            Is.EqualTo([(entry.Serial, 1, lots[0], ProgrammeAccount.Redeemed, Points.Of(-1m)), (entry.Serial, 2, lots[1], ProgrammeAccount.Redeemed, Points.Of(-2m))]));
    }

    private TransactionJournal Consume()
    {
        var consume = Given.Entry(numbers);
        consume.AttachCard(Given.Card(id: 7));
        consume.ApproveConsume(Money.Of(5m), Money.Of(3m), Money.Of(2m), Points.Of(5m), new Award(Points.Of(1.5m), Grade.Green, 0.01m, 1m, null, 1));
        return consume;
    }

    private SerialNumber Next() => SerialNumber.Of(numbers.Next());
}
