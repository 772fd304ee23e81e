using System.Globalization;
using Jpos.Domain.Accounts;

namespace Jpos.Application.BackOffice.Adjustments;

/// <summary>An adjustment: points that the back office adds to a card or takes from it.</summary>
/// <param name="Id">The id, unique in the host.</param>
/// <param name="Card">The card's full number; masked in the audit log.</param>
/// <param name="Points">The points that the card gains; negative if it loses points.</param>
/// <param name="ExpiresOn">The last day of added points; null for the same as for a gift.</param>
/// <param name="Reason">The reason.</param>
/// <param name="State">The state of the adjustment.</param>
/// <param name="RequestedBy">The caller who requested the adjustment.</param>
/// <param name="Person">The person behind that caller. Only a different person may approve or refuse the adjustment.</param>
/// <param name="RequestedAt">The time of the request, UTC.</param>
/// <param name="DecidedBy">The second person; null before the decision, and where none is needed.</param>
/// <param name="DecidedAt">The time of the decision, UTC.</param>
/// <param name="Decision">The reason of the decision.</param>
/// <param name="Serial">The serial number of the journal entry; null if no points moved.</param>
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
    /// <param name="card">The number of the adjustment's card.</param>
    /// <param name="lapsedUpTo">A waiting adjustment that was requested up to this time, UTC, has expired. Null if the caller knows that it has not.</param>
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

    /// <summary>Returns the view for the audit log, which masks the card number.</summary>
    public static AdjustmentView Logged(PointAdjustment adjustment, CardNumber card) => Of(adjustment, card) with { Card = card.Masked };

    public static string Subject(long id) => string.Create(CultureInfo.InvariantCulture, $"adjustments/{id}");
}
