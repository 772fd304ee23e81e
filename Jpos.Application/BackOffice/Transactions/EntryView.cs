using Jpos.Domain.Accounts;

namespace Jpos.Application.BackOffice.Transactions;

/// <summary>Points moved between a card's lot and an account of the programme.</summary>
/// <param name="Lot">The lot.</param>
/// <param name="Programme">The programme's side.</param>
/// <param name="Points">What the card gained; below zero, lost.</param>
public sealed record EntryView(long Lot, ProgrammeAccount Programme, decimal Points);
