namespace Jpos.Domain.Accounts;

/// <summary>
/// A movement of points between a lot and a programme account. It names both sides, so one gains what the other loses, and their sum is always zero (<see href="docs/protocol.md#4-points">protocol §4</see>, ADR 5).
/// </summary>
public sealed class Posting
{
    private Posting()
    {
    }

    internal Posting(SerialNumber transaction, int line, Lot lot, StoreNumber store, ProgrammeAccount programme, Points amount)
    {
        AccountId = lot.AccountId;
        Transaction = transaction;
        Line = line;
        LotId = lot.Id;
        Store = store;
        Programme = programme;
        Amount = amount;
    }

    /// <summary>The account of the lot.</summary>
    public long AccountId { get; private set; }

    /// <summary>The transaction that made it; with <see cref="Line"/> its key in the account.</summary>
    public SerialNumber Transaction { get; private set; } = null!;

    /// <summary>Its position in the transaction, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>The lot, on the holder's side.</summary>
    public long LotId { get; private set; }

    /// <summary>The store of the transaction; <see cref="StoreNumber.None"/> without a terminal. The store that gave the points is that of the lot.</summary>
    public StoreNumber Store { get; private set; } = StoreNumber.None;

    /// <summary>The programme account on the other side.</summary>
    public ProgrammeAccount Programme { get; private set; }

    /// <summary>The points that the lot gains and the programme account loses; below zero, the reverse. Never zero.</summary>
    public Points Amount { get; private set; }
}
