namespace Jpos.Application.BackOffice.Cards;

/// <summary>Points that a new card brings along.</summary>
/// <param name="Points">How many.</param>
/// <param name="ExpiresOn">Their last day; null for that of a gift made today.</param>
public sealed record OpeningLot(Points Points, DateOnly? ExpiresOn);
