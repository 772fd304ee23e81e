using Jpos.Domain.Access;

namespace Jpos.Application.Ports;

/// <summary>The log of changes. It grows, and nothing in it changes.</summary>
public interface IAudit
{
    void Add(AuditEntry entry);

    /// <param name="subject">Of this subject; null for all.</param>
    /// <param name="pageRequest">Which part of the list.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<IReadOnlyList<AuditEntry>> List(string? subject, PageRequest<AuditEntry> pageRequest, CancellationToken cancellation);
}
