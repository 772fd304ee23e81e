using Jpos.Application.Ports;
using Jpos.Domain.Alerts;
using Jpos.Domain.Protocol;
using Microsoft.EntityFrameworkCore;

namespace Jpos.Infrastructure.Persistence.Repositories;

internal sealed class AlertRepository(JposDbContext db) : IAlerts
{
    public async Task Raise(AlertKind kind, SerialNumber about, DateTime at, CancellationToken cancellation)
    {
        if (!await db.Alerts.AnyAsync(alert => alert.About == about && alert.Kind == kind, cancellation))
        {
            db.Alerts.Add(new Alert(kind, at, about));
        }
    }
}
