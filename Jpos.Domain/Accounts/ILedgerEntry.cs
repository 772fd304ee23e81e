namespace Jpos.Domain.Accounts;

/// <summary>The entry to which an account posts its changes. With it, accounts need no knowledge of the journal.</summary>
public interface ILedgerEntry
{
    SerialNumber Serial { get; }

    /// <summary>The store of the transaction; <see cref="StoreNumber.None"/> without a terminal.</summary>
    StoreNumber Store { get; }

    /// <summary>The day in the store's time zone.</summary>
    DateOnly BusinessDay { get; }

    /// <summary>Posts a change of a lot against a programme account.</summary>
    internal void Post(Lot lot, ProgrammeAccount programme, Points amount);
}
