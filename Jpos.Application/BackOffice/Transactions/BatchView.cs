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

/// <summary>How a batch was settled.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Flag">What the terminal was told, <c>settleFlag</c> on the wire.</param>
/// <param name="Terminal">What the terminal says it came to.</param>
/// <param name="Difference">How much more the terminal has than the host; zeros if they agree.</param>
public sealed record SettlementView(DateTime At, string Flag, TotalsView Terminal, TotalsView Difference);

/// <summary>What one terminal does between two settlements.</summary>
/// <param name="Id">Unique in the host.</param>
/// <param name="Store">The store's number.</param>
/// <param name="Terminal">The terminal's number.</param>
/// <param name="Number">The batch number of the wire, which begins again after 999999.</param>
/// <param name="OpenedAt">When it began, UTC.</param>
/// <param name="ClosedAt">When it ended, UTC; null while it is open.</param>
/// <param name="Host">What the host says it comes to.</param>
/// <param name="Takings">Cash and vouchers, as the host counts them; a settlement compares neither.</param>
/// <param name="Settlement">How it was settled; null while it is open.</param>
public sealed record BatchView(long Id, string Store, string Terminal, int Number, DateTime OpenedAt, DateTime? ClosedAt, TotalsView Host, TakingsView Takings, SettlementView? Settlement)
{
    public static BatchView Of(Batch batch, Settlement? settlement)
    {
        var host = TotalsView.Of(batch.Totals);
        return new BatchView(
            batch.Id, batch.StoreNumber.Value, batch.TerminalNumber.Value, batch.Number.Value, batch.OpenedAt, batch.ClosedAt, host, TakingsView.Of(batch.Totals), settlement is null ? null : Of(settlement, host));
    }

    private static SettlementView Of(Settlement settlement, TotalsView host)
    {
        var claimed = TotalsView.Of(settlement.Claimed);
        return new SettlementView(settlement.SettledAt, settlement.Flag, claimed, claimed.Minus(host));
    }
}
