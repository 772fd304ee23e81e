namespace Jpos.Api.BackOffice.Cards;

/// <summary>Cards that are to be issued, with numbers that follow each other, to nobody yet.</summary>
/// <param name="First">The number of the first one: 12 to 19 digits, with a check digit if the product has one.</param>
/// <param name="Count">How many: 1 to 1000.</param>
/// <param name="Product">The id of their product.</param>
/// <param name="ExpiresOn">The last day on which they may be used; left out for cards that do not expire.</param>
/// <param name="OpeningBalance">Points that each brings along, with at most 2 decimal places; none if left out.</param>
public sealed record IssueCardsInput(string? First, int? Count, long? Product, DateOnly? ExpiresOn, decimal? OpeningBalance);
