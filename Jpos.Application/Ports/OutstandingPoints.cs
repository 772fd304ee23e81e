using Jpos.Domain.Accounts;

namespace Jpos.Application.Ports;

/// <summary>What cards hold that expires in one month; or what they owe.</summary>
/// <param name="Kind">Points or debts.</param>
/// <param name="Year">The year in which they expire; null for debts.</param>
/// <param name="Month">The month in which they expire; null for debts.</param>
/// <param name="Available">Those that may be spent; of debts, those that are owed, below zero.</param>
/// <param name="Pending">Those that wait for their batch.</param>
/// <param name="Lots">In how many lots.</param>
/// <param name="Cards">Of how many cards.</param>
public sealed record OutstandingPoints(LotKind Kind, int? Year, int? Month, Points Available, Points Pending, int Lots, int Cards);
