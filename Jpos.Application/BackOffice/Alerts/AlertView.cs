using System.Globalization;
using Jpos.Domain.Alerts;

namespace Jpos.Application.BackOffice.Alerts;

/// <summary>A call to the back office.</summary>
/// <param name="Id">The later one has the higher one.</param>
/// <param name="Kind">The reason.</param>
/// <param name="RaisedAt">When, UTC.</param>
/// <param name="Store">Where; null for what no terminal did.</param>
/// <param name="Transaction">The serial number of the transaction it is about: the original that a reversal named, or the undoing that left a debt; null if it is about something else.</param>
/// <param name="Batch">The id of the batch it is about; null if it is about something else.</param>
/// <param name="Terminal">The number of the terminal it is about; null if it is about something else.</param>
/// <param name="State">How far it has come.</param>
/// <param name="Assignee">Who took it, or resolved it; null while it is open.</param>
/// <param name="AcknowledgedAt">When they took it, UTC; null while it is open.</param>
/// <param name="ResolvedAt">When it was resolved, UTC; null if it is not.</param>
/// <param name="Note">What came of it; null if it is not resolved.</param>
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

    /// <summary>What no terminal did is of no store: who is of some does not see it.</summary>
    public static bool IsSeenBy(Caller caller, Alert alert) => alert.Store is { } store ? caller.CanSee(store) : !caller.IsStoreScoped;
}
