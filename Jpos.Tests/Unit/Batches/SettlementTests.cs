using Jpos.Domain;
using Jpos.Domain.Batches;
using Jpos.Domain.Journal;
using Jpos.Domain.Programmes;

namespace Jpos.Tests.Unit.Batches;

/// <summary>A terminal's figures beside the host's (protocol §8).</summary>
internal sealed class SettlementTests
{
    private readonly Counter numbers = new();

    [Test]
    public void All_kinds_of_transactions_count_and_figures_that_are_ours_agree()
    {
        var settlement = Busy().Settle(Claim(), Given.Utc);

        Assert.That((settlement.PointsAgree, settlement.TicketsAgree, settlement.Agrees, settlement.Flag, settlement.SettledAt), Is.EqualTo((true, true, true, "ss", Given.Utc)));
    }

    [TestCase("pointDebitCount")]
    [TestCase("pointDebitAmount")]
    [TestCase("pointCreditCount")]
    [TestCase("pointCreditAmount")]
    [TestCase("cancelCount")]
    [TestCase("refundCount")]
    [TestCase("cardActiveCount")]
    [TestCase("totalTransCount")]
    public void One_other_figure_of_points_is_a_difference(string figure)
    {
        var settlement = Busy().Settle(Claim(figure), Given.Utc);

        Assert.That((settlement.PointsAgree, settlement.TicketsAgree, settlement.Agrees, settlement.Flag), Is.EqualTo((false, true, false, "ns")));
    }

    [TestCase("ticketDebitCount")]
    [TestCase("ticketDebitAmount")]
    [TestCase("ticketCreditCount")]
    [TestCase("ticketCreditAmount")]
    public void One_other_figure_of_tickets_is_a_difference(string figure)
    {
        var settlement = Busy().Settle(Claim(figure), Given.Utc);

        Assert.That((settlement.PointsAgree, settlement.TicketsAgree, settlement.Agrees, settlement.Flag), Is.EqualTo((true, false, false, "sn")));
    }

    [Test]
    public void What_was_reversed_leaves_every_figure()
    {
        var batch = Given.Batch(numbers);
        foreach (var entry in Work(batch).Reverse())
        {
            Given.Entry(numbers, entry.Operation, batch, entry.Trace!.Value, isReversal: true).ApproveReversal(entry, batch, null);
        }

        Assert.That((batch.Settle(Given.NoTotals, Given.Utc).Flag, Takings(batch)), Is.EqualTo(("ss", "0 0 0 0")));
    }

    [Test]
    public void Cash_and_vouchers_count_for_refunds_and_their_cancels_too()
    {
        // Three consumes and a refund's cancel; a cancel and a refund.
        Assert.That(Takings(Busy()), Is.EqualTo("8 3 4 1.5"));
    }

    [Test]
    public void A_batch_is_settled_once()
    {
        var batch = Given.Batch(numbers);
        batch.Close(Given.Utc);

        Assert.That(() => batch.Settle(Given.NoTotals, Given.Utc.AddDays(1)), Throws.InvalidOperationException);
        Assert.That(batch.ClosedAt, Is.EqualTo(Given.Utc));
    }

    [Test]
    public void A_settlement_keeps_its_batch_the_claim_and_the_answer()
    {
        var batch = Given.Batch(new Counter(42));
        var settlement = batch.Settle(Given.NoTotals, Given.Utc);
        settlement.RecordAnswer([1, 2]);

        Assert.That((settlement.BatchId, settlement.Claimed, settlement.Answer), Is.EqualTo((42L, Given.NoTotals, new byte[] { 1, 2 })));
    }

    [TestCase(Operations.Expire)]
    [TestCase(Operations.Adjustment)]
    public void What_no_terminal_does_has_no_totals(Operations operation)
    {
        Assert.That(() => Given.Entry(numbers, operation).ApproveActivation(Given.Card()), Throws.InvalidOperationException.With.Message.Contains(operation.ToString()));
    }

    [Test]
    public void A_terminals_gifts_of_a_day_go_on_in_its_next_batch()
    {
        var first = Given.Batch(numbers);
        Consume(first, 1, 0m, gift: 5m);
        var second = Batch.Open(Given.StoreNumber, Given.TerminalNumber, first.Number.Next, Given.Utc, new Programme(), numbers, first);

        Assert.That(
            (second.GiftsOn, second.GiftsOfDay, second.GiftsWith(Points.Of(1m), Given.Today), second.GiftsWith(Points.Of(1m), Given.Today.AddDays(-1)), second.GiftsWith(Points.Of(1m), Given.Today.AddDays(1))),
            Is.EqualTo(((DateOnly?)Given.Today, Points.Of(5m), Points.Of(6m), Points.Of(6m), Points.Of(1m))));
    }

    [Test]
    public void A_consume_that_earns_nothing_begins_no_day_of_gifts()
    {
        var batch = Given.Batch(numbers);

        Consume(batch, 1, 3m, gift: 0m);

        Assert.That((batch.GiftsOn, batch.GiftsOfDay), Is.EqualTo(((DateOnly?)null, Points.Zero)));
    }

    [Test]
    public void Only_consumes_count_as_gifts_of_a_day()
    {
        var batch = Given.Batch(numbers);
        var consume = Consume(batch, 1, 3m, gift: 5m);

        Given.Entry(numbers, Operations.Cancel, batch, 2).ApproveCancel(consume);

        Assert.That(batch.GiftsOfDay, Is.EqualTo(Points.Of(5m)));
    }

    private Batch Busy()
    {
        var batch = Given.Batch(numbers);
        Work(batch);
        return batch;
    }

    /// <summary>Three consumes, a cancel, a refund, a refund's cancel, two consumptions of tickets, an activation.</summary>
    private TransactionJournal[] Work(Batch batch)
    {
        var (first, second, third) = (Consume(batch, 1, 10m), Consume(batch, 2, 20m), Consume(batch, 3, 40m));
        var cancel = Given.Entry(numbers, Operations.Cancel, batch, 4);
        cancel.ApproveCancel(first);
        var refund = Given.Entry(numbers, Operations.Refund, batch, 5);
        refund.ApproveRefund(second, Points.Zero);
        var refundCancel = Given.Entry(numbers, Operations.RefundCancel, batch, 6);
        refundCancel.ApproveRefundCancel(refund, second);
        var tickets = Given.Entry(numbers, Operations.ConsumeTickets, batch, 7);
        tickets.ApproveTickets(Money.Of(5m));
        var more = Given.Entry(numbers, Operations.ConsumeTickets, batch, 8);
        more.ApproveTickets(Money.Of(2.5m));
        var activation = Given.Entry(numbers, Operations.Activate, batch, 9);
        activation.ApproveActivation(Given.Card());
        return [first, second, third, cancel, refund, refundCancel, tickets, more, activation];
    }

    private TransactionJournal Consume(Batch batch, int trace, decimal yuan, decimal gift = 0m)
    {
        var entry = Given.Entry(numbers, batch: batch, trace: trace);
        entry.ApproveConsume(Money.Of(yuan), Money.Of(trace), Money.Of(trace * 0.5m), Points.Of(yuan), new Award(Points.Of(gift), Grade.Green, 0.01m, 1m, null, 1));
        return entry;
    }

    private static string Takings(Batch batch) =>
        $"{batch.Totals.CashDebitAmount} {batch.Totals.CashCreditAmount} {batch.Totals.VoucherDebitAmount} {batch.Totals.VoucherCreditAmount}";

    /// <summary>What a terminal claims that counts as the host does, but for one figure.</summary>
    private static ClaimedTotals Claim(string? wrong = null)
    {
        int Count(string figure, int right) => figure == wrong ? right + 1 : right;
        Money Amount(string figure, decimal right) => Money.Of(figure == wrong ? right + 0.01m : right);
        return new()
        {
            PointDebitCount = Count("pointDebitCount", 4),
            PointDebitAmount = Amount("pointDebitAmount", 90m),
            PointCreditCount = Count("pointCreditCount", 2),
            PointCreditAmount = Amount("pointCreditAmount", 30m),
            TicketDebitCount = Count("ticketDebitCount", 2),
            TicketDebitAmount = Amount("ticketDebitAmount", 7.5m),
            TicketCreditCount = Count("ticketCreditCount", 0),
            TicketCreditAmount = Amount("ticketCreditAmount", 0m),
            TotalTransCount = Count("totalTransCount", 9),
            CancelCount = Count("cancelCount", 2),
            RefundCount = Count("refundCount", 1),
            CardActiveCount = Count("cardActiveCount", 1),
        };
    }
}
