namespace Jpos.Application.BackOffice.Programmes;

/// <summary>The points that members earn per yuan of cash, by grade. A rate of 0.015 earns 1.5 points for 100 yuan.</summary>
/// <param name="Green">The rate of the green grade, 0 to 1.</param>
/// <param name="Gold">The rate of the gold grade, 0 to 1.</param>
/// <param name="Platinum">The rate of the platinum grade, 0 to 1.</param>
/// <param name="Diamond">The rate of the diamond grade, 0 to 1.</param>
public sealed record RatesView(decimal Green, decimal Gold, decimal Platinum, decimal Diamond);
