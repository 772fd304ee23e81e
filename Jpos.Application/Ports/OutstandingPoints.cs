using Jpos.Domain.Accounts;

namespace Jpos.Application.Ports;

/// <summary>The points of all cards that expire in one month, or the debts of all cards.</summary>
/// <param name="Kind">Points or debts.</param>
/// <param name="Year">The year of the expiry; null for debts.</param>
/// <param name="Month">The month of the expiry; null for debts.</param>
/// <param name="Available">The points that can be spent; for debts, the negative total.</param>
/// <param name="Pending">The pending points.</param>
/// <param name="Lots">The number of lots.</param>
/// <param name="Cards">The number of cards.</param>
public sealed record OutstandingPoints(LotKind Kind, int? Year, int? Month, Points Available, Points Pending, int Lots, int Cards);
