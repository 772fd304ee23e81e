namespace Jpos.Application.Ports;

/// <summary>What one person may move in a day.</summary>
/// <param name="OfCard">On one card.</param>
/// <param name="OfPerson">On all cards together.</param>
public sealed record AdjustmentLimits(Points OfCard, Points OfPerson);
