namespace Jpos.Api.BackOffice.Cards;

/// <summary>A card to issue.</summary>
/// <param name="Number">The card's number, <c>cardNo</c> on the wire: 12 to 19 digits.</param>
/// <param name="Product">The id of the card's product.</param>
/// <param name="Member">The id of the card's member; none if omitted.</param>
/// <param name="ExpiresOn">The last day on which the card may be used; no expiry if omitted.</param>
/// <param name="OpeningBalance">The points that the card begins with, with at most 2 decimal places; none if omitted.</param>
public sealed record IssueCardInput([property: Mandatory] string? Number, [property: Mandatory] long? Product, long? Member, DateOnly? ExpiresOn, decimal? OpeningBalance);
