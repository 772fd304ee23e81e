namespace Jpos.Api.BackOffice.Adjustments;

/// <summary>An adjustment of a card's points.</summary>
/// <param name="Card">The card's full number.</param>
/// <param name="Points">The points to add; negative to take points. Not 0, with at most 2 decimal places.</param>
/// <param name="ExpiresOn">The last day of added points; the same as for a gift if omitted.</param>
/// <param name="Reason">The reason: 1 to 200 letters.</param>
public sealed record AdjustmentInput([property: Mandatory] string? Card, [property: Mandatory] decimal? Points, DateOnly? ExpiresOn, [property: Mandatory] string? Reason);
