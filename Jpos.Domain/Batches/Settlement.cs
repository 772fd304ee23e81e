namespace Jpos.Domain.Batches;

/// <summary>The settlement of a batch: the terminal's figures, the comparison with the host's figures in the batch, and the answer (<see href="docs/protocol.md#8-settlement">protocol §8</see>).</summary>
public sealed class Settlement
{
    private Settlement()
    {
    }

    internal Settlement(Batch batch, ClaimedTotals claimed, DateTime now)
    {
        BatchId = batch.Id;
        SettledAt = now;
        Claimed = claimed;
        PointsAgree = batch.Totals.PointsAgree(claimed);
        TicketsAgree = batch.Totals.TicketsAgree(claimed);
    }

    public long BatchId { get; private set; }

    public DateTime SettledAt { get; private set; }

    public ClaimedTotals Claimed { get; private set; } = null!;

    public bool PointsAgree { get; private set; }

    public bool TicketsAgree { get; private set; }

    /// <summary>Whether the two sides agree on everything.</summary>
    public bool Agrees => PointsAgree && TicketsAgree;

    /// <summary>The wire's <c>settleFlag</c>: points, then tickets; <c>s</c> if the two sides agree, <c>n</c> if not.</summary>
    public string Flag => $"{(PointsAgree ? 's' : 'n')}{(TicketsAgree ? 's' : 'n')}";

    /// <summary>The JSON of the answer, for a repeated request.</summary>
    public byte[] Answer { get; private set; } = [];

    /// <summary>Stores the answer.</summary>
    public void RecordAnswer(byte[] answer) => Answer = answer;
}
