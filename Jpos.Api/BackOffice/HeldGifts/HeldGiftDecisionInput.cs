namespace Jpos.Api.BackOffice.HeldGifts;

/// <summary>What somebody decides on a large gift.</summary>
/// <param name="Card">The card's whole number, as the list has it.</param>
/// <param name="IsApproved">The gift is released; false to take its points back.</param>
/// <param name="Reason">Why: 1 to 200 letters.</param>
public sealed record HeldGiftDecisionInput(string? Card, bool? IsApproved, string? Reason);
