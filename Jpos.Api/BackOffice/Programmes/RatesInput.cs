namespace Jpos.Api.BackOffice.Programmes;

/// <summary>The points that members earn per yuan of cash, by grade, with at most 6 decimal places. A rate of 0.015 earns 1.5 points for 100 yuan.</summary>
/// <param name="Green">The rate of the green grade, 0 to 1.</param>
/// <param name="Gold">The rate of the gold grade, 0 to 1.</param>
/// <param name="Platinum">The rate of the platinum grade, 0 to 1.</param>
/// <param name="Diamond">The rate of the diamond grade, 0 to 1.</param>
public sealed record RatesInput([property: Mandatory] decimal? Green, [property: Mandatory] decimal? Gold, [property: Mandatory] decimal? Platinum, [property: Mandatory] decimal? Diamond);
