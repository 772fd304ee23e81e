namespace Jpos.Application.BackOffice.Cards;

/// <summary>Cards that were issued together.</summary>
/// <param name="First">The number of the first one.</param>
/// <param name="Last">The number of the last one.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Product">The id of their product.</param>
/// <param name="ExpiresOn">The last day on which they may be used; null for cards that do not expire.</param>
/// <param name="OpeningBalance">Points that each brought along.</param>
public sealed record CardRangeView(string First, string Last, int Count, long Product, DateOnly? ExpiresOn, decimal OpeningBalance);
