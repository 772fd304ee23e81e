namespace Jpos.Application.BackOffice.Programmes;

/// <summary>The debts of cards.</summary>
/// <param name="Points">The total debt, in points.</param>
/// <param name="Cards">The number of cards with a debt.</param>
public sealed record DebtView(decimal Points, int Cards);
