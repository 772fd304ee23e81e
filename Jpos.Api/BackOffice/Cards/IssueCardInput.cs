namespace Jpos.Api.BackOffice.Cards;

/// <summary>A card that is to be issued.</summary>
/// <param name="Number">Its number, <c>cardNo</c> on the wire: 12 to 19 digits.</param>
/// <param name="Product">The id of its product.</param>
/// <param name="Member">The id of whom it belongs to; left out for nobody yet.</param>
/// <param name="ExpiresOn">The last day on which it may be used; left out for one that does not expire.</param>
/// <param name="OpeningBalance">Points that it brings along, with at most 2 decimal places; none if left out.</param>
public sealed record IssueCardInput(string? Number, long? Product, long? Member, DateOnly? ExpiresOn, decimal? OpeningBalance);
