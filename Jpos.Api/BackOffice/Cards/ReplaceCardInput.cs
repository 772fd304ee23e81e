namespace Jpos.Api.BackOffice.Cards;

/// <summary>The replacement for a card.</summary>
/// <param name="NewNumber">The new card's number: 12 to 19 digits that no card has yet.</param>
/// <param name="ExpiresOn">The last day on which the new card may be used. If omitted, it is the old card's, which must not have passed.</param>
/// <param name="Reason">The reason, for the audit log: 1 to 200 letters.</param>
public sealed record ReplaceCardInput([property: Mandatory] string? NewNumber, DateOnly? ExpiresOn, [property: Mandatory] string? Reason);
