using Jpos.Domain.Batches;

namespace Jpos.Application.BackOffice.Transactions;

/// <summary>What a batch comes to, as one side counts it. Amounts are yuan.</summary>
/// <param name="PointDebitCount">Consumes and refund cancels.</param>
/// <param name="PointDebitAmount">What they come to.</param>
/// <param name="PointCreditCount">Cancels and refunds.</param>
/// <param name="PointCreditAmount">What they come to.</param>
/// <param name="TicketDebitCount">Consumptions of tickets.</param>
/// <param name="TicketDebitAmount">What they come to.</param>
/// <param name="TicketCreditCount">Tickets given back: there are none.</param>
/// <param name="TicketCreditAmount">What they come to.</param>
/// <param name="TotalTransCount">Debits, credits and activations together.</param>
/// <param name="CancelCount">Cancels and refund cancels.</param>
/// <param name="RefundCount">Refunds.</param>
/// <param name="CardActiveCount">Activations of cards.</param>
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

    /// <summary>How much more this side has than the other.</summary>
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
