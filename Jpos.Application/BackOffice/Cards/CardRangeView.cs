namespace Jpos.Application.BackOffice.Cards;

/// <summary>A range of cards that were issued together.</summary>
/// <param name="First">The number of the first card.</param>
/// <param name="Last">The number of the last card.</param>
/// <param name="Count">The number of cards.</param>
/// <param name="Product">The id of the cards' product.</param>
/// <param name="ExpiresOn">The last day on which the cards may be used; null if they do not expire.</param>
/// <param name="OpeningBalance">The points that each card began with.</param>
public sealed record CardRangeView(string First, string Last, int Count, long Product, DateOnly? ExpiresOn, decimal OpeningBalance);
