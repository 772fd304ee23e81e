using Jpos.Domain.Access;

namespace Jpos.Application.BackOffice.Access;

/// <summary>An audit entry: one change of a resource.</summary>
/// <param name="Number">The number; a later entry has a higher one.</param>
/// <param name="At">The time, UTC.</param>
/// <param name="Actor">The caller who made the change.</param>
/// <param name="Action">The action.</param>
/// <param name="Subject">The address of the changed resource below the root of the API.</param>
/// <param name="Before">The resource before the change, as JSON; null if it did not exist.</param>
/// <param name="After">The resource after the change, as JSON; null if it was deleted.</param>
public sealed record AuditEntryView(long Number, DateTime At, string Actor, string Action, string Subject, string? Before, string? After)
{
    public static AuditEntryView Of(AuditEntry entry) => new(entry.Number, entry.At, entry.Actor, entry.Action, entry.Subject, entry.Before, entry.After);
}
