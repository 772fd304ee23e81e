namespace Jpos.Domain.Batches;

/// <summary>The totals of a batch as its terminal claims them (<see href="docs/protocol.md#8-settlement">protocol §8</see>).</summary>
public sealed class ClaimedTotals
{
    public required int PointDebitCount { get; init; }

    public required Money PointDebitAmount { get; init; }

    public required int PointCreditCount { get; init; }

    public required Money PointCreditAmount { get; init; }

    public required int TicketDebitCount { get; init; }

    public required Money TicketDebitAmount { get; init; }

    public required int TicketCreditCount { get; init; }

    public required Money TicketCreditAmount { get; init; }

    public required int TotalTransCount { get; init; }

    public required int CancelCount { get; init; }

    public required int RefundCount { get; init; }

    public required int CardActiveCount { get; init; }
}
