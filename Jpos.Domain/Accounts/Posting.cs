namespace Jpos.Domain.Accounts;

/// <summary>
/// A movement of points between a lot and a programme account. It names both sides, so one gains what the other loses, and their sum is always zero (<see href="docs/protocol.md#4-points">protocol §4</see>, ADR 5).
/// </summary>
public sealed class Posting
{
    private Posting()
    {
    }

    internal Posting(SerialNumber transaction, int line, long lotId, ProgrammeAccount programme, Points amount)
    {
        Transaction = transaction;
        Line = line;
        LotId = lotId;
        Programme = programme;
        Amount = amount;
    }

    /// <summary>The transaction that made it; with <see cref="Line"/> its key.</summary>
    public SerialNumber Transaction { get; private set; } = null!;

    /// <summary>Its position in the transaction, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>The lot, on the card's side.</summary>
    public long LotId { get; private set; }

    /// <summary>The programme account on the other side.</summary>
    public ProgrammeAccount Programme { get; private set; }

    /// <summary>The points that the lot gains and the programme account loses; below zero, the reverse. Never zero.</summary>
    public Points Amount { get; private set; }
}
