namespace Jpos.Api.BackOffice.Cards;

/// <summary>A companion of a card.</summary>
/// <param name="Number">The companion's number: 12 to 19 digits that no card has yet.</param>
/// <param name="Product">The id of the companion's product; that of the card if omitted.</param>
/// <param name="ExpiresOn">The last day on which the companion may be used; it does not expire if omitted.</param>
/// <param name="Reason">The reason, for the audit log: 1 to 200 letters.</param>
public sealed record CompanionInput([property: Mandatory] string? Number, long? Product, DateOnly? ExpiresOn, [property: Mandatory] string? Reason);
