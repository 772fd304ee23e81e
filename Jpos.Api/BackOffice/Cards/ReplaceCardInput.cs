namespace Jpos.Api.BackOffice.Cards;

/// <summary>The card that is to take another's place.</summary>
/// <param name="NewNumber">Its number, which no card has: 12 to 19 digits.</param>
/// <param name="ExpiresOn">The last day on which it may be used; left out for the old card's, which must not have passed.</param>
/// <param name="Reason">Why: 1 to 200 letters, for who reads the audit log.</param>
public sealed record ReplaceCardInput(string? NewNumber, DateOnly? ExpiresOn, string? Reason);
