namespace Jpos.Application.BackOffice.Cards;

/// <summary>A lot of a new card's opening balance.</summary>
/// <param name="Points">The points.</param>
/// <param name="ExpiresOn">The last day; null for that of a gift made today.</param>
public sealed record OpeningLot(Points Points, DateOnly? ExpiresOn);
