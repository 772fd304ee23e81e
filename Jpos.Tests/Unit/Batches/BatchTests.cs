using Jpos.Domain;
using Jpos.Domain.Accounts;
using Jpos.Domain.Batches;
using Jpos.Domain.Journal;
using Jpos.Domain.Programmes;

namespace Jpos.Tests.Unit.Batches;

/// <summary>A terminal's batch: totals and the release of gifts (protocol §4, §8).</summary>
internal sealed class BatchTests
{
    private readonly Counter numbers = new();

    [Test]
    public void A_new_batch_is_open_and_empty()
    {
        var batch = Given.Batch(numbers);

        Assert.That((batch.IsOpen, batch.OpenedAt, batch.ClosedAt, Totals(batch)), Is.EqualTo((true, Given.Utc, (DateTime?)null, "0 0 0 0 0")));
    }

    [Test]
    public void A_consume_is_a_debit()
    {
        var batch = Given.Batch(numbers);

        Consume(batch, 1, 10m);
        Consume(batch, 2, 2.5m);

        Assert.That(Totals(batch), Is.EqualTo("2 12.5 0 0 0"));
    }

    [Test]
    public void A_consume_of_cash_alone_counts_with_nothing()
    {
        var batch = Given.Batch(numbers);

        Consume(batch, 1, 0m);

        Assert.That(Totals(batch), Is.EqualTo("1 0 0 0 0"));
    }

    [Test]
    public void Totals_are_gross_a_cancelled_consume_stays_in_debit()
    {
        var batch = Given.Batch(numbers);

        Cancel(batch, 2, Consume(batch, 1, 10m));

        Assert.That(Totals(batch), Is.EqualTo("1 10 1 10 1"));
    }

    [Test]
    public void A_reversed_transaction_leaves_the_totals()
    {
        var batch = Given.Batch(numbers);
        var consume = Consume(batch, 1, 10m);
        Consume(batch, 2, 3m);

        Reverse(batch, consume);

        Assert.That(Totals(batch), Is.EqualTo("1 3 0 0 0"));
    }

    [Test]
    public void A_reversed_cancel_leaves_the_totals_and_its_consume_stays()
    {
        var batch = Given.Batch(numbers);
        var consume = Consume(batch, 1, 10m);
        var cancel = Cancel(batch, 2, consume);

        Reverse(batch, cancel, consume);

        Assert.That((Totals(batch), consume.Status, cancel.Status), Is.EqualTo(("1 10 0 0 0", EntryStatus.Posted, EntryStatus.Reversed)));
    }

    [Test]
    public void A_late_reversal_stays_outside_the_settled_totals()
    {
        var batch = Given.Batch(numbers);
        var consume = Consume(batch, 1, 10m);
        batch.Close(Given.Utc);

        Reverse(batch, consume);

        Assert.That((Totals(batch), consume.Status), Is.EqualTo(("1 10 0 0 0", EntryStatus.Reversed)));
    }

    [Test]
    public void Cash_and_vouchers_are_debits_of_a_consume_and_credits_of_its_cancel()
    {
        var batch = Given.Batch(numbers);
        Consume(batch, 1, 10m);
        Cancel(batch, 3, Consume(batch, 2, 20m));

        Assert.That(Takings(batch), Is.EqualTo("2 1 4 2"));
    }

    [Test]
    public void A_reversed_consume_leaves_neither_cash_nor_vouchers_in_the_totals()
    {
        var batch = Given.Batch(numbers);
        Reverse(batch, Consume(batch, 1, 10m));

        Assert.That(Takings(batch), Is.EqualTo("0 0 0 0"));
    }

    [Test]
    public void Gifts_wait_for_the_pending_days_at_most()
    {
        var batch = Given.Batch(numbers, programme: new Programme { Rules = new() { PendingDays = 3 } });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(batch.GiftsPendingUntil, Is.EqualTo(Given.Utc.AddDays(3)));
            Assert.That(batch.GiftsArePending(Given.Utc.AddDays(3).AddTicks(-1)), Is.True);
            Assert.That(batch.GiftsArePending(Given.Utc.AddDays(3)), Is.False);
        }
    }

    [Test]
    public void Closing_releases_the_gifts()
    {
        var batch = Given.Batch(numbers);
        var closing = Given.Utc.AddHours(5);

        batch.Close(closing);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((batch.IsOpen, batch.ClosedAt, batch.GiftsPendingUntil), Is.EqualTo((false, (DateTime?)closing, closing)));
            Assert.That(batch.GiftsArePending(closing), Is.False);
        }
    }

    [Test]
    public void Closing_a_batch_after_the_pending_days_does_not_hold_its_gifts_again()
    {
        var batch = Given.Batch(numbers);

        batch.Close(Given.Utc.AddDays(30));

        Assert.That(batch.GiftsPendingUntil, Is.EqualTo(Given.Utc.AddDays(7)));
    }

    [Test]
    public void Release_is_a_state_of_the_batch_and_moves_no_points()
    {
        var batch = Given.Batch(numbers);
        var account = new PointAccount(1);
        var entry = Given.Entry(numbers, batch: batch);
        account.Gift(Points.Of(3m), Given.NextYear, entry, numbers, batch);

        batch.Close(Given.Utc);

        Assert.That((entry.Postings.Count, account.Remaining()), Is.EqualTo((1, "3")));
    }

    private TransactionJournal Consume(Batch batch, int trace, decimal yuan)
    {
        var entry = Given.Entry(numbers, batch: batch, trace: trace);
        entry.ApproveConsume(Money.Of(yuan), Money.Of(1m), Money.Of(2m), Points.Of(yuan), new Award(Points.Zero, Grade.Green, 0.01m, 1m, null, 1));
        return entry;
    }

    private TransactionJournal Cancel(Batch batch, int trace, TransactionJournal consume)
    {
        var entry = Given.Entry(numbers, Operations.Cancel, batch, trace);
        entry.ApproveCancel(consume);
        return entry;
    }

    private void Reverse(Batch batch, TransactionJournal original, TransactionJournal? undoneByIt = null) =>
        Given.Entry(numbers, original.Operation, batch, original.Trace!.Value, isReversal: true).ApproveReversal(original, batch, undoneByIt);

    private static string Takings(Batch batch) =>
        $"{batch.Totals.CashDebitAmount} {batch.Totals.CashCreditAmount} {batch.Totals.VoucherDebitAmount} {batch.Totals.VoucherCreditAmount}";

    private static string Totals(Batch batch) =>
        $"{batch.Totals.PointDebitCount} {batch.Totals.PointDebitAmount} {batch.Totals.PointCreditCount} {batch.Totals.PointCreditAmount} {batch.Totals.CancelCount}";
}
