namespace Jpos.Domain.Batches;

/// <summary>
/// The totals of a batch, updated with each approved transaction and each reversal. They are gross: a cancelled consume stays in debit, and its cancel counts in credit (<see href="docs/protocol.md#8-settlement">protocol §8</see>).
/// </summary>
public sealed class BatchTotals
{
    /// <summary>The number of consumes and refund cancels.</summary>
    public int PointDebitCount { get; private set; }

    /// <summary>The amount they paid with points, in yuan.</summary>
    public Money PointDebitAmount { get; private set; }

    /// <summary>The number of cancels and refunds.</summary>
    public int PointCreditCount { get; private set; }

    /// <summary>The amount their originals had paid with points, in yuan.</summary>
    public Money PointCreditAmount { get; private set; }

    /// <summary>The amount of cash in consumes and refund cancels, in yuan. A settlement on the wire has no field for it.</summary>
    public Money CashDebitAmount { get; private set; }

    /// <summary>The amount of cash in the originals of cancels and refunds, in yuan. It is gross, whatever the customer owed for a gift.</summary>
    public Money CashCreditAmount { get; private set; }

    /// <summary>The face value of the vouchers used in consumes and refund cancels, in yuan.</summary>
    public Money VoucherDebitAmount { get; private set; }

    /// <summary>The face value of the vouchers that cancels and refunds returned, in yuan.</summary>
    public Money VoucherCreditAmount { get; private set; }

    /// <summary>The number of cancels and refund cancels.</summary>
    public int CancelCount { get; private set; }

    public int RefundCount { get; private set; }

    /// <summary>The number of consumptions of tickets.</summary>
    public int TicketDebitCount { get; private set; }

    /// <summary>The face value of all pieces they used, in yuan.</summary>
    public Money TicketDebitAmount { get; private set; }

    public int CardActiveCount { get; private set; }

    /// <summary>The number of all transactions in the totals.</summary>
    public int TotalTransCount => PointDebitCount + PointCreditCount + TicketDebitCount + CardActiveCount;

    /// <summary>Returns whether the terminal's figures for points, and its other counts, equal the host's.</summary>
    public bool PointsAgree(ClaimedTotals claimed) =>
        claimed.PointDebitCount == PointDebitCount
        && claimed.PointDebitAmount == PointDebitAmount
        && claimed.PointCreditCount == PointCreditCount
        && claimed.PointCreditAmount == PointCreditAmount
        && claimed.CancelCount == CancelCount
        && claimed.RefundCount == RefundCount
        && claimed.CardActiveCount == CardActiveCount
        && claimed.TotalTransCount == TotalTransCount;

    /// <summary>Returns whether the terminal's figures for tickets equal the host's. Only reversals return tickets, so the credit must be zero.</summary>
    public bool TicketsAgree(ClaimedTotals claimed) =>
        claimed.TicketDebitCount == TicketDebitCount
        && claimed.TicketDebitAmount == TicketDebitAmount
        && claimed is { TicketCreditCount: 0, TicketCreditAmount.IsZero: true };

    internal void Add(BatchLine line) => Count(line, 1);

    internal void Remove(BatchLine line) => Count(line, -1);

    private void Count(BatchLine line, int times)
    {
        switch (line.Operation)
        {
            case Operations.Consume:
                Debit(line, times);
                break;
            case Operations.Cancel:
                Credit(line, times);
                CancelCount += times;
                break;
            case Operations.Refund:
                Credit(line, times);
                RefundCount += times;
                break;
            case Operations.RefundCancel:
                Debit(line, times);
                CancelCount += times;
                break;
            case Operations.ConsumeTickets:
                TicketDebitCount += times;
                TicketDebitAmount += line.TicketAmount * times;
                break;
            case Operations.Activate:
                CardActiveCount += times;
                break;
            default:
                throw new InvalidOperationException($"A batch has no totals for {line.Operation}.");
        }
    }

    private void Debit(BatchLine line, int times)
    {
        PointDebitCount += times;
        PointDebitAmount += line.PointAmount * times;
        CashDebitAmount += line.CashAmount * times;
        VoucherDebitAmount += line.VoucherAmount * times;
    }

    private void Credit(BatchLine line, int times)
    {
        PointCreditCount += times;
        PointCreditAmount += line.PointAmount * times;
        CashCreditAmount += line.CashAmount * times;
        VoucherCreditAmount += line.VoucherAmount * times;
    }
}
