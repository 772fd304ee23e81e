namespace Jpos.Application.BackOffice.Programmes;

/// <summary>The points that the programme owes to its members. Debts are separate, because one member's debt does not reduce the points of another.</summary>
/// <param name="At">The time, UTC.</param>
/// <param name="Available">The points that can be spent.</param>
/// <param name="Pending">The pending points.</param>
/// <param name="Months">The points by the month of their expiry.</param>
/// <param name="Debts">The debts of cards.</param>
public sealed record LiabilityView(DateTime At, decimal Available, decimal Pending, IReadOnlyList<ExpiringView> Months, DebtView Debts);
