using Jpos.Domain.Access;

namespace Jpos.Infrastructure.Repositories;

internal sealed class AuditRepository(UnitOfWorkSession session) : IAudit
{
    public void Add(AuditEntry entry) => session.Add(entry);

    public async Task<IReadOnlyList<AuditEntry>> List(string? subject, PageRequest<AuditEntry> pageRequest, CancellationToken cancellation)
    {
        var found = (await session.Query<AuditEntry>(cancellation)).AsNoTracking();
        found = subject is null ? found : found.Where(entry => entry.Subject == subject);
        return await found.Paged(pageRequest).ToListAsync(cancellation);
    }
}
