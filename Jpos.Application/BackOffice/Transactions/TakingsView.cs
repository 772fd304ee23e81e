using Jpos.Domain.Batches;

namespace Jpos.Application.BackOffice.Transactions;

/// <summary>The cash and vouchers of a batch, in yuan, gross. A cancelled consume stays in debit, and its cancel counts in credit. Reversed transactions count in neither. The settlement on the wire has no such figures.</summary>
/// <param name="CashDebitAmount">The cash paid in consumes, and again in refund cancels.</param>
/// <param name="CashCreditAmount">The cash paid in the consumes that cancels and refunds undid.</param>
/// <param name="VoucherDebitAmount">The face value of vouchers used in consumes, and again in refund cancels.</param>
/// <param name="VoucherCreditAmount">The face value of vouchers that cancels and refunds gave back.</param>
public sealed record TakingsView(decimal CashDebitAmount, decimal CashCreditAmount, decimal VoucherDebitAmount, decimal VoucherCreditAmount)
{
    public static TakingsView Of(BatchTotals totals) => new(
        totals.CashDebitAmount.ToDecimal(), totals.CashCreditAmount.ToDecimal(), totals.VoucherDebitAmount.ToDecimal(), totals.VoucherCreditAmount.ToDecimal());
}
