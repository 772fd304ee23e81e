namespace Jpos.Application.BackOffice.Programmes;

/// <summary>What the programme owes its members. Debts are apart: who owes points does not make those of others fewer.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Available">Points that may be spent.</param>
/// <param name="Pending">Points that wait for their batch.</param>
/// <param name="Months">By the month in which they expire.</param>
/// <param name="Debts">What cards owe.</param>
public sealed record LiabilityView(DateTime At, decimal Available, decimal Pending, IReadOnlyList<ExpiringView> Months, DebtView Debts);
