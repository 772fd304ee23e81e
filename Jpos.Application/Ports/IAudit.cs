using Jpos.Domain.Access;

namespace Jpos.Application.Ports;

/// <summary>The audit log. Entries are added and never changed.</summary>
public interface IAudit
{
    void Add(AuditEntry entry);

    /// <param name="subject">Only entries of this resource; null for all.</param>
    /// <param name="pageRequest">The requested page.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    Task<IReadOnlyList<AuditEntry>> List(string? subject, PageRequest<AuditEntry> pageRequest, CancellationToken cancellation);
}
