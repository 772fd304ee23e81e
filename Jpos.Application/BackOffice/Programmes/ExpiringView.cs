namespace Jpos.Application.BackOffice.Programmes;

/// <summary>Points that expire in one month.</summary>
/// <param name="Month">The month of their last day, such as <c>2026-11</c>.</param>
/// <param name="Available">The points that can be spent.</param>
/// <param name="Pending">The pending points.</param>
/// <param name="Lots">The number of lots.</param>
/// <param name="Cards">The number of cards.</param>
public sealed record ExpiringView(string Month, decimal Available, decimal Pending, int Lots, int Cards);
