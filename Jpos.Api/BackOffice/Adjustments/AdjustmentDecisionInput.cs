namespace Jpos.Api.BackOffice.Adjustments;

/// <summary>What a second person says of an adjustment that waits.</summary>
/// <param name="Card">The card's whole number, as the adjustment has it.</param>
/// <param name="IsApproved">It is to be done; false to refuse it for good.</param>
/// <param name="Reason">Why: 1 to 200 letters.</param>
public sealed record AdjustmentDecisionInput(string? Card, bool? IsApproved, string? Reason);
