using Jpos.Domain.Access;

namespace Jpos.Application.BackOffice.Access;

/// <summary>A change that somebody made.</summary>
/// <param name="Number">The later one has the higher one.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Who">Who made it.</param>
/// <param name="Act">What was done.</param>
/// <param name="Subject">To what, as its address has it.</param>
/// <param name="Before">What was to be seen of it before, JSON; null if it was not there.</param>
/// <param name="After">What was to be seen of it afterwards, JSON; null if it is not there any more.</param>
public sealed record AuditView(long Number, DateTime At, string Who, string Act, string Subject, string? Before, string? After)
{
    public static AuditView Of(AuditEntry entry) => new(entry.Number, entry.At, entry.Who, entry.Act, entry.Subject, entry.Before, entry.After);
}
