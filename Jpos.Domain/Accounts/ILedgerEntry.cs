namespace Jpos.Domain.Accounts;

/// <summary>The entry that an account's changes are posted to. It lets accounts know nothing of the journal.</summary>
public interface ILedgerEntry
{
    SerialNumber Serial { get; }

    /// <summary>The day of the store.</summary>
    DateOnly BusinessDay { get; }

    /// <summary>Posts a change of a lot against the programme's account.</summary>
    internal void Post(Lot lot, ProgrammeAccount programme, Points amount);
}
