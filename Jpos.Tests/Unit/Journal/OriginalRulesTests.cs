using Jpos.Domain;
using Jpos.Domain.Journal;
using Jpos.Domain.Programmes;
using Jpos.Domain.Protocol;

namespace Jpos.Tests.Unit.Journal;

/// <summary>Whether what a refund, a cancel or a refund's cancel names can be undone by it (protocol §2 row 19).</summary>
internal sealed class OriginalRulesTests
{
    private readonly Counter numbers = new();

    [TestCase(29, null)]
    [TestCase(30, null)]
    [TestCase(31, "22 The consume is more than 30 days old.")]
    public void A_consume_can_be_refunded_within_the_window(int daysAfter, string? refusal) =>
        Assert.That(Text(OriginalRules.RefuseRefund(Consume(), Given.Today.AddDays(daysAfter), 30)), Is.EqualTo(refusal));

    [Test]
    public void A_refund_of_nothing_of_a_declined_or_of_an_undone_consume_is_declined()
    {
        var (declined, undone) = (Given.Entry(numbers), Consume());
        declined.DeclineWith(ResponseCode.InsufficientFunds);
        Given.Entry(numbers, Operations.Cancel, undone.Batch, 2).ApproveCancel(undone);

        Assert.That(
            (Text(OriginalRules.RefuseRefund(null, Given.Today, 30)), Text(OriginalRules.RefuseRefund(declined, Given.Today, 30)), Text(OriginalRules.RefuseRefund(undone, Given.Today, 30))),
            Is.EqualTo(("25 This store has no such consume.", "12 The consume was declined.", "22 The consume was already undone.")));
    }

    [Test]
    public void A_cancel_says_why_its_consume_cannot_be_cancelled()
    {
        var (declined, undone, standing) = (Given.Entry(numbers), Consume(), Consume());
        declined.DeclineWith(ResponseCode.InsufficientFunds);
        Given.Entry(numbers, Operations.Cancel, undone.Batch, 2).ApproveCancel(undone);
        var other = Given.Batch(numbers, 2);

        Assert.That(
            (Text(OriginalRules.RefuseCancel(null, other)), Text(OriginalRules.RefuseCancel(declined, declined.Batch!)), Text(OriginalRules.RefuseCancel(standing, other)), Text(OriginalRules.RefuseCancel(undone, undone.Batch!))),
            Is.EqualTo(("25 This terminal has no such consume.", "12 The consume was declined.", "12 The batch of the consume is settled. Send a refund instead.", "22 The consume was already undone.")));
    }

    [Test]
    public void A_refund_can_be_cancelled_once_in_its_batch()
    {
        var consume = Consume();
        var batch = consume.Batch!;
        var refund = Refund(consume, 2);
        var standing = Text(OriginalRules.RefuseRefundCancel(refund, batch));
        var late = Text(OriginalRules.RefuseRefundCancel(refund, Given.Batch(numbers, 2)));
        Given.Entry(numbers, Operations.RefundCancel, batch, 3).ApproveRefundCancel(refund, consume);

        Assert.That(
            (standing, late, Text(OriginalRules.RefuseRefundCancel(refund, batch))),
            Is.EqualTo(((string?)null, "12 The batch of the refund is settled.", "22 The refund was already cancelled.")));
    }

    [Test]
    public void A_refunds_cancel_of_nothing_or_of_a_declined_refund_is_declined()
    {
        var declined = Given.Entry(numbers, Operations.Refund);
        declined.DeclineWith(ResponseCode.InsufficientFunds);

        Assert.That(
            (Text(OriginalRules.RefuseRefundCancel(null, declined.Batch!)), Text(OriginalRules.RefuseRefundCancel(declined, declined.Batch!))),
            Is.EqualTo(("25 This terminal has no such refund.", "12 The refund was declined.")));
    }

    private TransactionJournal Consume()
    {
        var entry = Given.Entry(numbers);
        entry.ApproveConsume(Money.Of(5m), Money.Zero, Money.Zero, Points.Of(5m), new Award(Points.Zero, Grade.Green, 0.01m, 1m, null, 1));
        return entry;
    }

    private TransactionJournal Refund(TransactionJournal consume, int trace)
    {
        var refund = Given.Entry(numbers, Operations.Refund, consume.Batch, trace);
        refund.ApproveRefund(consume, Points.Zero);
        return refund;
    }

    private static string? Text(Decline? decline) => decline is null ? null : $"{decline.Code} {decline.Detail}";
}
