using Jpos.Application.Ports;
using Jpos.Domain.Access;
using Jpos.Infrastructure.Database;
using Microsoft.EntityFrameworkCore;

namespace Jpos.Infrastructure.Repositories;

internal sealed class AuditRepository(JposDbContext db) : IAudit
{
    public void Add(AuditEntry entry) => db.Audit.Add(entry);

    public async Task<IReadOnlyList<AuditEntry>> List(string? subject, PageRequest<AuditEntry> pageRequest, CancellationToken cancellation)
    {
        var found = db.Audit.AsNoTracking();
        found = subject is null ? found : found.Where(entry => entry.Subject == subject);
        return await found.Paged(pageRequest).ToListAsync(cancellation);
    }
}
