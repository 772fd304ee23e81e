namespace Jpos.Domain.Batches;

/// <summary>
/// What a batch comes to, kept as it runs: transactions that are approved and not reversed. The figures are gross: a cancelled consume stays in debit, and its cancel counts in credit (protocol §8).
/// </summary>
public sealed class BatchTotals
{
    /// <summary>Consumes and refund cancels.</summary>
    public int PointDebitCount { get; private set; }

    /// <summary>What points paid in them, in yuan.</summary>
    public Money PointDebitAmount { get; private set; }

    /// <summary>Cancels and refunds.</summary>
    public int PointCreditCount { get; private set; }

    /// <summary>What points had paid in their originals, in yuan.</summary>
    public Money PointCreditAmount { get; private set; }

    /// <summary>What cash paid in consumes and refund cancels, in yuan. The wire's settlement has no field for it.</summary>
    public Money CashDebitAmount { get; private set; }

    /// <summary>What cash had paid in the originals of cancels and refunds, in yuan: gross, whatever the customer owed of a gift.</summary>
    public Money CashCreditAmount { get; private set; }

    /// <summary>The face of the vouchers used in consumes and refund cancels, in yuan.</summary>
    public Money VoucherDebitAmount { get; private set; }

    /// <summary>The face of the vouchers that cancels and refunds undid the use of, in yuan.</summary>
    public Money VoucherCreditAmount { get; private set; }

    /// <summary>Cancels and refund cancels.</summary>
    public int CancelCount { get; private set; }

    public int RefundCount { get; private set; }

    /// <summary>Consumptions of tickets.</summary>
    public int TicketDebitCount { get; private set; }

    /// <summary>The face of all pieces used up in them, in yuan.</summary>
    public Money TicketDebitAmount { get; private set; }

    public int CardActiveCount { get; private set; }

    /// <summary>All transactions that count.</summary>
    public int TotalTransCount => PointDebitCount + PointCreditCount + TicketDebitCount + CardActiveCount;

    /// <summary>The terminal's points, and its plain counts, are ours.</summary>
    public bool PointsAgree(ClaimedTotals claimed) =>
        claimed.PointDebitCount == PointDebitCount
        && claimed.PointDebitAmount == PointDebitAmount
        && claimed.PointCreditCount == PointCreditCount
        && claimed.PointCreditAmount == PointCreditAmount
        && claimed.CancelCount == CancelCount
        && claimed.RefundCount == RefundCount
        && claimed.CardActiveCount == CardActiveCount
        && claimed.TotalTransCount == TotalTransCount;

    /// <summary>The terminal's tickets are ours. Nothing credits tickets but a reversal, so that credit is nothing.</summary>
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
