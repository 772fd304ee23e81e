namespace Jpos.Api.BackOffice.Programmes;

/// <summary>What members earn for cash, by grade, as parts of it, with at most 6 decimal places: 0.015 is 1.5 points for 100 yuan.</summary>
/// <param name="Green">0 to 1.</param>
/// <param name="Gold">0 to 1.</param>
/// <param name="Platinum">0 to 1.</param>
/// <param name="Diamond">0 to 1.</param>
public sealed record RatesInput(decimal? Green, decimal? Gold, decimal? Platinum, decimal? Diamond);
