using Jpos.Domain.Batches;

namespace Jpos.Application.BackOffice.Transactions;

/// <summary>The totals of a batch, as one side counts them. Amounts are in yuan.</summary>
/// <param name="PointDebitCount">The number of consumes and refund cancels.</param>
/// <param name="PointDebitAmount">The amount of consumes and refund cancels.</param>
/// <param name="PointCreditCount">The number of cancels and refunds.</param>
/// <param name="PointCreditAmount">The amount of cancels and refunds.</param>
/// <param name="TicketDebitCount">The number of ticket consumptions.</param>
/// <param name="TicketDebitAmount">The amount of ticket consumptions.</param>
/// <param name="TicketCreditCount">The number of tickets given back; always 0, because no operation does that.</param>
/// <param name="TicketCreditAmount">The amount of tickets given back; always 0.</param>
/// <param name="TotalTransCount">The number of debits, credits and activations.</param>
/// <param name="CancelCount">The number of cancels and refund cancels.</param>
/// <param name="RefundCount">The number of refunds.</param>
/// <param name="CardActiveCount">The number of card activations.</param>
public sealed record TotalsView(
    int PointDebitCount,
    decimal PointDebitAmount,
    int PointCreditCount,
    decimal PointCreditAmount,
    int TicketDebitCount,
    decimal TicketDebitAmount,
    int TicketCreditCount,
    decimal TicketCreditAmount,
    int TotalTransCount,
    int CancelCount,
    int RefundCount,
    int CardActiveCount)
{
    public static TotalsView Of(BatchTotals totals) => new(
        totals.PointDebitCount,
        totals.PointDebitAmount.ToDecimal(),
        totals.PointCreditCount,
        totals.PointCreditAmount.ToDecimal(),
        totals.TicketDebitCount,
        totals.TicketDebitAmount.ToDecimal(),
        0,
        0,
        totals.TotalTransCount,
        totals.CancelCount,
        totals.RefundCount,
        totals.CardActiveCount);

    public static TotalsView Of(ClaimedTotals totals) => new(
        totals.PointDebitCount,
        totals.PointDebitAmount.ToDecimal(),
        totals.PointCreditCount,
        totals.PointCreditAmount.ToDecimal(),
        totals.TicketDebitCount,
        totals.TicketDebitAmount.ToDecimal(),
        totals.TicketCreditCount,
        totals.TicketCreditAmount.ToDecimal(),
        totals.TotalTransCount,
        totals.CancelCount,
        totals.RefundCount,
        totals.CardActiveCount);

    /// <summary>Returns these totals minus those of the other side.</summary>
    public TotalsView Minus(TotalsView other) => new(
        PointDebitCount - other.PointDebitCount,
        PointDebitAmount - other.PointDebitAmount,
        PointCreditCount - other.PointCreditCount,
        PointCreditAmount - other.PointCreditAmount,
        TicketDebitCount - other.TicketDebitCount,
        TicketDebitAmount - other.TicketDebitAmount,
        TicketCreditCount - other.TicketCreditCount,
        TicketCreditAmount - other.TicketCreditAmount,
        TotalTransCount - other.TotalTransCount,
        CancelCount - other.CancelCount,
        RefundCount - other.RefundCount,
        CardActiveCount - other.CardActiveCount);
}
