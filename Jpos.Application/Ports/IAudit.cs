using Jpos.Domain.Access;

namespace Jpos.Application.Ports;

/// <summary>The log of changes. It grows, and nothing in it changes.</summary>
public interface IAudit
{
    void Add(AuditEntry entry);

    /// <summary>The newest first.</summary>
    /// <param name="before">Entries older than the one with this number; null to begin with the newest.</param>
    /// <param name="subject">Of this subject; null for all.</param>
    /// <param name="most">How many.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<IReadOnlyList<AuditEntry>> List(long? before, string? subject, int most, CancellationToken cancellation);
}
