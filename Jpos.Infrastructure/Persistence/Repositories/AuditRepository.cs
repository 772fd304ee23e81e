using Jpos.Application.Ports;
using Jpos.Domain.Access;
using Microsoft.EntityFrameworkCore;

namespace Jpos.Infrastructure.Persistence.Repositories;

internal sealed class AuditRepository(JposDbContext db) : IAudit
{
    public void Add(AuditEntry entry) => db.Audit.Add(entry);

    public async Task<IReadOnlyList<AuditEntry>> List(string? subject, Slice<AuditEntry> slice, CancellationToken cancellation)
    {
        var found = db.Audit.AsNoTracking();
        found = subject is null ? found : found.Where(entry => entry.Subject == subject);
        return await found.In(slice).ToListAsync(cancellation);
    }
}
