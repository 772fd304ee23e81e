using Jpos.Domain;
using Jpos.Domain.Accounts;
using Jpos.Domain.Journal;
using Jpos.Domain.Programmes;
using Jpos.Domain.Protocol;

namespace Jpos.Tests.Unit.Journal;

/// <summary>The journal's record of a message (protocol §2 row 19, §3, §6).</summary>
internal sealed class TransactionJournalTests
{
    private readonly Counter numbers = new();

    [Test]
    public void A_record_begins_approved_standing_and_masked()
    {
        var entry = Given.Entry(numbers);

        Assert.That(
            (entry.IsApproved, entry.Status, entry.Root, entry.Original, entry.MaskedCard, entry.Answer.Length),
            Is.EqualTo((true, EntryStatus.Posted, entry.Serial, (SerialNumber?)null, "990000******0010", 0)));
    }

    [Test]
    public void A_cancel_of_nothing_is_25() => Assert.That(Code(null), Is.EqualTo("25"));

    [Test]
    public void A_cancel_of_a_consume_that_stands_in_the_open_batch_is_allowed() => Assert.That(Code(_ => { }), Is.Null);

    [Test]
    public void A_cancel_of_a_declined_consume_is_12() => Assert.That(Code(consume => consume.DeclineWith(ResponseCode.InsufficientFunds)), Is.EqualTo("12"));

    [Test]
    public void A_cancel_of_a_consume_of_another_batch_is_12()
    {
        var consume = Given.Entry(numbers);

        Assert.That(OriginalRules.RefuseCancel(consume, Given.Batch(numbers, 2))?.Code.Code, Is.EqualTo("12"));
    }

    [Test]
    public void A_batch_of_the_same_number_a_million_batches_later_is_another()
    {
        var consume = Given.Entry(numbers);

        Assert.That(OriginalRules.RefuseCancel(consume, Given.Batch(numbers))?.Code.Code, Is.EqualTo("12"));
    }

    [Test]
    public void A_cancel_of_a_cancelled_consume_is_22() =>
        Assert.That(Code(consume => Given.Entry(numbers, Operations.Cancel, consume.Batch, 2).ApproveCancel(consume)), Is.EqualTo("22"));

    [Test]
    public void A_cancel_of_a_reversed_consume_is_22() =>
        Assert.That(Code(consume => Given.Entry(numbers, batch: consume.Batch, isReversal: true).ApproveReversal(consume, consume.Batch!, null)), Is.EqualTo("22"));

    [Test]
    public void An_old_batch_is_told_before_what_undid_the_consume()
    {
        var consume = Approved();
        Given.Entry(numbers, Operations.Cancel, consume.Batch, 2).ApproveCancel(consume);

        Assert.That(OriginalRules.RefuseCancel(consume, Given.Batch(numbers, 2))?.Code.Code, Is.EqualTo("12"));
    }

    [Test]
    public void A_consume_whose_cancel_was_reversed_can_be_cancelled_again() => Assert.That(
        Code(consume =>
        {
            var cancel = Given.Entry(numbers, Operations.Cancel, consume.Batch, 2);
            cancel.ApproveCancel(consume);
            Given.Entry(numbers, Operations.Cancel, consume.Batch, 2, isReversal: true).ApproveReversal(cancel, cancel.Batch!, consume);
        }),
        Is.Null);

    [Test]
    public void What_has_moved_something_cannot_be_declined()
    {
        var entry = Given.Entry(numbers);
        new PointAccount(1).Add(Points.Of(1m), Given.NextYear, ProgrammeAccount.Issued, entry, numbers, Given.Today);

        Assert.That(() => entry.DeclineWith(ResponseCode.InsufficientFunds), Throws.InvalidOperationException);
    }

    [Test]
    public void A_decline_is_in_no_totals()
    {
        var batch = Given.Batch(numbers);

        Given.Entry(numbers, batch: batch).DeclineWith(ResponseCode.InsufficientFunds);

        Assert.That(batch.Totals.PointDebitCount, Is.Zero);
    }

    [Test]
    public void The_rule_of_an_award_is_kept_with_the_consume()
    {
        var entry = Given.Entry(numbers);

        entry.ApproveConsume(Money.Of(1m), Money.Of(2m), Money.Of(5m), Points.Of(3m), new Award(Points.Of(4m), Grade.Gold, 0.015m, 2m, 7, 3));

        Assert.That(
            (entry.PointAmount, entry.CashAmount, entry.VoucherAmount, entry.Used, entry.Awarded, entry.AwardGrade, entry.AwardRate, entry.AwardMultiplier),
            Is.EqualTo((Money.Of(1m), Money.Of(2m), Money.Of(5m), Points.Of(3m), Points.Of(4m), Grade.Gold, 0.015m, 2m)));
    }

    [Test]
    public void The_reversal_of_what_was_never_seen_is_a_tombstone()
    {
        var consume = Approved();
        var reversal = Given.Entry(numbers, batch: consume.Batch, isReversal: true);
        Assert.That((reversal.IsTombstone(), consume.IsTombstone()), Is.EqualTo((true, false)));

        reversal.ApproveReversal(consume, consume.Batch!, null);

        Assert.That(reversal.IsTombstone(), Is.False);
    }

    [Test]
    public void A_card_that_is_none_is_noted_as_none()
    {
        var entry = Given.Entry(numbers);

        Assert.That((entry.AttachCard(null), entry.CardId), Is.EqualTo(((Domain.Cards.Card?)null, (long?)null)));
    }

    private string? Code(Action<TransactionJournal>? happens)
    {
        var consume = Approved();
        happens?.Invoke(consume);
        return OriginalRules.RefuseCancel(happens is null ? null : consume, consume.Batch!)?.Code.Code;
    }

    private TransactionJournal Approved()
    {
        var consume = Given.Entry(numbers);
        consume.ApproveConsume(Money.Of(10m), Money.Zero, Money.Zero, Points.Of(10m), new Award(Points.Zero, Grade.Green, 0.01m, 1m, null, 1));
        return consume;
    }
}
