namespace Jpos.Application.BackOffice.Programmes;

/// <summary>Points that expire in one month.</summary>
/// <param name="Month">The month of their last day, as <c>2026-11</c>.</param>
/// <param name="Available">Those that may be spent.</param>
/// <param name="Pending">Those that wait for their batch.</param>
/// <param name="Lots">In how many lots.</param>
/// <param name="Cards">Of how many cards.</param>
public sealed record ExpiringView(string Month, decimal Available, decimal Pending, int Lots, int Cards);
