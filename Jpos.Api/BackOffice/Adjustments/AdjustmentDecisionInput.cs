namespace Jpos.Api.BackOffice.Adjustments;

/// <summary>A second person's decision on a waiting adjustment.</summary>
/// <param name="Card">The card's full number, as in the adjustment.</param>
/// <param name="IsApproved">True to move the points; false to refuse the adjustment permanently.</param>
/// <param name="Reason">The reason: 1 to 200 letters.</param>
public sealed record AdjustmentDecisionInput([property: Mandatory] string? Card, [property: Mandatory] bool? IsApproved, [property: Mandatory] string? Reason);
