namespace Jpos.Domain.Batches;

/// <summary>How a batch was settled: the terminal's figures beside the host's, which the batch keeps as they were, and the answer (protocol §8).</summary>
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

    /// <summary>The two sides agree on everything.</summary>
    public bool Agrees => PointsAgree && TicketsAgree;

    /// <summary>The wire's <c>settleFlag</c>: points, then tickets; <c>s</c> if the two sides agree, <c>n</c> if not.</summary>
    public string Flag => $"{(PointsAgree ? 's' : 'n')}{(TicketsAgree ? 's' : 'n')}";

    /// <summary>The JSON that was answered, for when the terminal asks again.</summary>
    public byte[] Answer { get; private set; } = [];

    /// <summary>Keeps the answer that goes out.</summary>
    public void RecordAnswer(byte[] answer) => Answer = answer;
}
