using Jpos.Domain.Batches;

namespace Jpos.Application.BackOffice.Transactions;

/// <summary>A batch: the transactions of a terminal between two settlements.</summary>
/// <param name="Id">The id, unique in the host.</param>
/// <param name="Store">The store's number.</param>
/// <param name="Terminal">The terminal's number.</param>
/// <param name="Number">The batch number on the wire, which restarts after 999999.</param>
/// <param name="OpenedAt">The time at which the batch was opened, UTC.</param>
/// <param name="ClosedAt">The time at which the batch was closed, UTC; null while it is open.</param>
/// <param name="Host">The host's totals.</param>
/// <param name="Takings">The cash and vouchers, as the host counts them. A settlement does not compare them.</param>
/// <param name="Settlement">The settlement; null while the batch is open.</param>
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
