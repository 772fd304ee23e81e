using Jpos.Domain;
using Jpos.Domain.Batches;
using Jpos.Domain.Journal;

namespace Jpos.Infrastructure.LedgerVerification;

/// <summary>Checks that the running totals of batches equal those of their transactions (<see href="docs/protocol.md#8-settlement">protocol §8</see>).</summary>
internal static class BatchChecks
{
    /// <summary>The number of batches whose totals are in memory at once.</summary>
    private const int Some = 500;

    public static IEnumerable<Check> Of(JposDbContext db) => [new("batch", Totals(db))];

    private static async IAsyncEnumerable<string> Totals(JposDbContext db)
    {
        var last = 0L;
        while (await db.Batches.AsNoTracking().Where(batch => batch.Id > last).OrderBy(batch => batch.Id).Take(Some).ToListAsync() is { Count: > 0 } batches)
        {
            var (first, afterIt) = (batches[0].Id, last = batches[^1].Id);

            // Totals are frozen at the settlement, so entries that were reversed later stay in them.
            var counted =
                from entry in db.Journal
                where entry.BatchId >= first && entry.BatchId <= afterIt && !entry.IsReversal && entry.Code == ResponseCode.Approved
                where entry.Status != EntryStatus.Reversed || db.Alerts.Any(alert => alert.About == entry.Serial && alert.Kind == AlertKind.LateReversal)
                group entry by new { BatchId = entry.BatchId!.Value, entry.Operation } into kind
                select new Kind(
                    kind.Key.BatchId, kind.Key.Operation, kind.Count(), kind.Sum(entry => (long)(object)entry.PointAmount), kind.Sum(entry => (long)(object)entry.TicketAmount),
                    kind.Sum(entry => (long)(object)entry.CashAmount), kind.Sum(entry => (long)(object)entry.VoucherAmount));
            var byBatch = (await counted.ToListAsync()).ToLookup(kind => kind.BatchId);
            foreach (var batch in batches)
            {
                var (kept, given) = (Figures(batch.Totals), Figures([.. byBatch[batch.Id]]));
                if (kept != given)
                {
                    yield return $"{batch.Id} has {kept}, but its transactions sum to {given}";
                }
            }
        }
    }

    private static string Figures(BatchTotals totals) => Figures(
        (totals.PointDebitCount, totals.PointDebitAmount),
        (totals.PointCreditCount, totals.PointCreditAmount),
        (totals.TicketDebitCount, totals.TicketDebitAmount),
        totals.CancelCount,
        totals.RefundCount,
        totals.CardActiveCount,
        (totals.CashDebitAmount, totals.CashCreditAmount),
        (totals.VoucherDebitAmount, totals.VoucherCreditAmount));

    private static string Figures(List<Kind> kinds)
    {
        int Count(Operations operations) => kinds.Where(kind => operations.HasFlag(kind.Operation)).Sum(kind => kind.Count);
        Money Sum(Operations operations, Func<Kind, long> fen) => Money.FromFen(kinds.Where(kind => operations.HasFlag(kind.Operation)).Sum(fen));
        Money Paid(Operations operations) => Sum(operations, kind => kind.PointFen);

        const Operations Debits = Operations.Consume | Operations.RefundCancel;
        const Operations Credits = Operations.Cancel | Operations.Refund;
        return Figures(
            (Count(Debits), Paid(Debits)),
            (Count(Credits), Paid(Credits)),
            (Count(Operations.ConsumeTickets), Money.FromFen(kinds.Where(kind => kind.Operation is Operations.ConsumeTickets).Sum(kind => kind.TicketFen))),
            Count(Operations.Cancel | Operations.RefundCancel),
            Count(Operations.Refund),
            Count(Operations.Activate),
            (Sum(Debits, kind => kind.CashFen), Sum(Credits, kind => kind.CashFen)),
            (Sum(Debits, kind => kind.VoucherFen), Sum(Credits, kind => kind.VoucherFen)));
    }

    private static string Figures((int Count, Money Sum) debits, (int Count, Money Sum) credits, (int Count, Money Sum) tickets, int cancels, int refunds, int activations, (Money Debit, Money Credit) cash, (Money Debit, Money Credit) vouchers) =>
        $"debits {debits.Count} of {debits.Sum}, credits {credits.Count} of {credits.Sum}, tickets {tickets.Count} of {tickets.Sum}, cancels {cancels}, refunds {refunds}, activations {activations}, cash {cash.Debit} and {cash.Credit}, vouchers {vouchers.Debit} and {vouchers.Credit}";

    private sealed record Kind(long BatchId, Operations Operation, int Count, long PointFen, long TicketFen, long CashFen, long VoucherFen);
}
