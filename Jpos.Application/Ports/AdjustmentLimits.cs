namespace Jpos.Application.Ports;

/// <summary>The points that one person may move in a day.</summary>
/// <param name="OfCard">The limit for one card.</param>
/// <param name="OfPerson">The limit for all cards together.</param>
public sealed record AdjustmentLimits(Points OfCard, Points OfPerson);
