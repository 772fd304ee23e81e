using Jpos.Domain.Cards;

namespace Jpos.Api.BackOffice.Cards;

/// <summary>A card that is to be issued.</summary>
/// <param name="Number">Its number, <c>cardNo</c> on the wire: 12 to 19 digits.</param>
/// <param name="Product">The id of its product.</param>
/// <param name="Member">The id of whom it belongs to; left out for nobody yet.</param>
/// <param name="ExpiresOn">The last day on which it may be used; left out for one that does not expire.</param>
/// <param name="OpeningBalance">Points that it brings along, with at most 2 decimal places; none if left out.</param>
public sealed record IssueCardInput(string? Number, long? Product, long? Member, DateOnly? ExpiresOn, decimal? OpeningBalance);

/// <summary>What is to become of a card.</summary>
/// <param name="State">Active, lost, stolen, frozen or closed.</param>
/// <param name="Reason">Why: 1 to 200 letters, for who reads the audit log.</param>
public sealed record CardStateInput(CardState? State, string? Reason);

/// <summary>The card that is to take another's place.</summary>
/// <param name="NewNumber">Its number, which no card has: 12 to 19 digits.</param>
/// <param name="ExpiresOn">The last day on which it may be used; left out for the old card's, which must not have passed.</param>
/// <param name="Reason">Why: 1 to 200 letters, for who reads the audit log.</param>
public sealed record ReplaceCardInput(string? NewNumber, DateOnly? ExpiresOn, string? Reason);

/// <summary>Cards that are to be issued, with numbers that follow each other, to nobody yet.</summary>
/// <param name="First">The number of the first one: 12 to 19 digits, with a check digit if the product has one.</param>
/// <param name="Count">How many: 1 to 1000.</param>
/// <param name="Product">The id of their product.</param>
/// <param name="ExpiresOn">The last day on which they may be used; left out for cards that do not expire.</param>
/// <param name="OpeningBalance">Points that each brings along, with at most 2 decimal places; none if left out.</param>
public sealed record IssueCardsInput(string? First, int? Count, long? Product, DateOnly? ExpiresOn, decimal? OpeningBalance);
