namespace Jpos.Application.BackOffice.Programmes;

/// <summary>What cards owe the programme.</summary>
/// <param name="Points">How much.</param>
/// <param name="Cards">How many cards.</param>
public sealed record DebtView(decimal Points, int Cards);
