using Jpos.Domain.Accounts;

namespace Jpos.Application.BackOffice.Transactions;

/// <summary>A posting: points moved between a lot of a card and a programme account.</summary>
/// <param name="Lot">The lot's id.</param>
/// <param name="Programme">The programme account.</param>
/// <param name="Points">The points that the card gained; negative if it lost points.</param>
public sealed record EntryView(long Lot, ProgrammeAccount Programme, decimal Points);
