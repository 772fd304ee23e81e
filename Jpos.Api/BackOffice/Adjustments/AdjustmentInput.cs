namespace Jpos.Api.BackOffice.Adjustments;

/// <summary>Points that a card is to gain or to lose.</summary>
/// <param name="Card">The card's whole number.</param>
/// <param name="Points">What it gains; below zero, loses; not 0, with at most 2 decimal places.</param>
/// <param name="ExpiresOn">The last day of points that it gains; left out for that of a gift.</param>
/// <param name="Reason">Why: 1 to 200 letters.</param>
public sealed record AdjustmentInput(string? Card, decimal? Points, DateOnly? ExpiresOn, string? Reason);
