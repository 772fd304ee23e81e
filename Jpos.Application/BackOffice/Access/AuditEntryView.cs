using Jpos.Domain.Access;

namespace Jpos.Application.BackOffice.Access;

/// <summary>A change that somebody made.</summary>
/// <param name="Number">The later one has the higher one.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Actor">Who made it.</param>
/// <param name="Action">What was done.</param>
/// <param name="Subject">To what, as its address has it.</param>
/// <param name="Before">What was to be seen of it before, JSON; null if it was not there.</param>
/// <param name="After">What was to be seen of it afterwards, JSON; null if it is not there any more.</param>
public sealed record AuditEntryView(long Number, DateTime At, string Actor, string Action, string Subject, string? Before, string? After)
{
    public static AuditEntryView Of(AuditEntry entry) => new(entry.Number, entry.At, entry.Actor, entry.Action, entry.Subject, entry.Before, entry.After);
}
