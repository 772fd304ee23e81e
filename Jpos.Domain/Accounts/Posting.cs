namespace Jpos.Domain.Accounts;

/// <summary>
/// One movement of points between a lot of a card's account and a programme account. It names both sides, so that what one gains the other loses: its two entries cannot fail to sum to zero (protocol §4, ADR 0005).
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

    /// <summary>Its place in the transaction, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>The card's side.</summary>
    public long LotId { get; private set; }

    /// <summary>The programme's side.</summary>
    public ProgrammeAccount Programme { get; private set; }

    /// <summary>What the card's side gains and the programme's side loses; below zero it is the other way round. Never zero.</summary>
    public Points Amount { get; private set; }
}
