namespace Jpos.Api.BackOffice.Adjustments;

/// <summary>Points that a card is to gain or to lose.</summary>
/// <param name="Card">The card's whole number.</param>
/// <param name="Points">What it gains; below zero, loses; not 0, with at most 2 decimal places.</param>
/// <param name="ExpiresOn">The last day of points that it gains; left out for that of a gift.</param>
/// <param name="Reason">Why: 1 to 200 letters.</param>
public sealed record AdjustmentInput(string? Card, decimal? Points, DateOnly? ExpiresOn, string? Reason);

/// <summary>What a second person says of an adjustment that waits.</summary>
/// <param name="Card">The card's whole number, as the adjustment has it.</param>
/// <param name="IsApproved">It is to be done; false to refuse it for good.</param>
/// <param name="Reason">Why: 1 to 200 letters.</param>
public sealed record AdjustmentDecisionInput(string? Card, bool? IsApproved, string? Reason);
