namespace Jpos.Api.BackOffice.HeldGifts;

/// <summary>A decision on a held gift.</summary>
/// <param name="Card">The card's full number, as in the list.</param>
/// <param name="IsApproved">True to release the gift; false to take its points back.</param>
/// <param name="Reason">The reason: 1 to 200 letters.</param>
public sealed record HeldGiftDecisionInput([property: Mandatory] string? Card, [property: Mandatory] bool? IsApproved, [property: Mandatory] string? Reason);
