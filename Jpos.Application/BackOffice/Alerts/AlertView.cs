using System.Globalization;
using Jpos.Domain.Alerts;

namespace Jpos.Application.BackOffice.Alerts;

/// <summary>An alert, which a person must look into.</summary>
/// <param name="Id">The id; a later alert has a higher one.</param>
/// <param name="Kind">The kind of the alert.</param>
/// <param name="RaisedAt">The time at which the alert was raised, UTC.</param>
/// <param name="Store">The store's number; null if the alert concerns no terminal.</param>
/// <param name="Transaction">The serial number of the transaction: the original that a reversal named, or the undo that left a debt. Null if the alert concerns no transaction.</param>
/// <param name="Batch">The batch's id; null if the alert concerns no batch.</param>
/// <param name="Terminal">The terminal's number; null if the alert concerns no terminal.</param>
/// <param name="State">The state of the alert.</param>
/// <param name="Assignee">The caller who acknowledged or resolved the alert; null while it is open.</param>
/// <param name="AcknowledgedAt">The time at which the alert was acknowledged, UTC; null while it is open.</param>
/// <param name="ResolvedAt">The time at which the alert was resolved, UTC; null before.</param>
/// <param name="Note">The result, in words; null until the alert is resolved.</param>
public sealed record AlertView(
    long Id, AlertKind Kind, DateTime RaisedAt, string? Store, string? Transaction, long? Batch, string? Terminal, AlertState State, string? Assignee, DateTime? AcknowledgedAt, DateTime? ResolvedAt, string? Note)
{
    public static AlertView Of(Alert alert) => new(
        alert.Id,
        alert.Kind,
        alert.RaisedAt,
        alert.Store?.Value,
        alert.About?.ToString(),
        alert.BatchId,
        alert.Terminal?.Value,
        alert.State,
        alert.Assignee,
        alert.AcknowledgedAt,
        alert.ResolvedAt,
        alert.Note);

    public static string Subject(long id) => string.Create(CultureInfo.InvariantCulture, $"alerts/{id}");

    /// <summary>Returns whether a caller may see the alert. An alert without a store is hidden from store-scoped callers.</summary>
    public static bool IsSeenBy(Caller caller, Alert alert) => alert.Store is { } store ? caller.CanSee(store) : !caller.IsStoreScoped;
}
