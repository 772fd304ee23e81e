using System.Globalization;
using Jpos.Domain.Accounts;

namespace Jpos.Application.BackOffice.Adjustments;

/// <summary>Points that somebody adds to a card or takes from it by hand, as the back office sees them.</summary>
/// <param name="Id">What it is found by.</param>
/// <param name="Card">The card's whole number; masked in the audit log.</param>
/// <param name="Points">What the card gains; below zero, loses.</param>
/// <param name="ExpiresOn">The last day of points that it gains; null for that of a gift.</param>
/// <param name="Reason">Why.</param>
/// <param name="State">What has become of it.</param>
/// <param name="RequestedBy">Who wants it.</param>
/// <param name="Person">The person who wants it; only a different person decides.</param>
/// <param name="RequestedAt">When, UTC.</param>
/// <param name="DecidedBy">The second person; null while nobody has decided, and where none is needed.</param>
/// <param name="DecidedAt">When they did, UTC.</param>
/// <param name="Decision">What they said.</param>
/// <param name="Serial">The serial number of the journal's record; null if nothing has moved.</param>
public sealed record AdjustmentView(
    long Id,
    string Card,
    decimal Points,
    DateOnly? ExpiresOn,
    string Reason,
    AdjustmentState State,
    string RequestedBy,
    string Person,
    DateTime RequestedAt,
    string? DecidedBy,
    DateTime? DecidedAt,
    string? Decision,
    string? Serial)
{
    /// <param name="adjustment">The adjustment.</param>
    /// <param name="card">The number of its card.</param>
    /// <param name="lapsedUpTo">What was asked for up to then, UTC, has lapsed, if it still waits; null where it is known that it has not.</param>
    public static AdjustmentView Of(PointAdjustment adjustment, CardNumber card, DateTime? lapsedUpTo = null) => new(
        adjustment.Id,
        card.Value,
        adjustment.Points.ToDecimal(),
        adjustment.ExpiresOn,
        adjustment.Reason,
        lapsedUpTo is { } lapsed ? adjustment.StateWhen(lapsed) : adjustment.State,
        adjustment.RequestedBy,
        adjustment.Person,
        adjustment.RequestedAt,
        adjustment.DecidedBy,
        adjustment.DecidedAt,
        adjustment.Decision,
        adjustment.Serial?.ToString());

    /// <summary>As the audit log has it, which hides card numbers.</summary>
    public static AdjustmentView Logged(PointAdjustment adjustment, CardNumber card) => Of(adjustment, card) with { Card = card.Masked };

    public static string Subject(long id) => string.Create(CultureInfo.InvariantCulture, $"adjustments/{id}");
}
