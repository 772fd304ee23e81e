using Jpos.Domain.Batches;

namespace Jpos.Application.BackOffice.Transactions;

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
