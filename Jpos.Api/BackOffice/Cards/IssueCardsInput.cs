namespace Jpos.Api.BackOffice.Cards;

/// <summary>A range of cards to issue, with consecutive numbers and without members.</summary>
/// <param name="First">The first card's number: 12 to 19 digits, with a check digit if the product has one.</param>
/// <param name="Count">The number of cards: 1 to 1000.</param>
/// <param name="Product">The id of the cards' product.</param>
/// <param name="ExpiresOn">The last day on which the cards may be used; no expiry if omitted.</param>
/// <param name="OpeningBalance">The points that each card begins with, with at most 2 decimal places; none if omitted.</param>
public sealed record IssueCardsInput([property: Mandatory] string? First, [property: Mandatory] int? Count, [property: Mandatory] long? Product, DateOnly? ExpiresOn, decimal? OpeningBalance);
