using Jpos.Application.Ports;
using Jpos.Domain.Alerts;
using Jpos.Domain.Protocol;
using Microsoft.EntityFrameworkCore;

namespace Jpos.Infrastructure.Persistence.Repositories;

internal sealed class AlertRepository(JposDbContext db, UnitRows rows) : IAlerts
{
    public async Task Raise(AlertKind kind, SerialNumber about, DateTime at, CancellationToken cancellation)
    {
        await rows.Look(cancellation);
        if (!await db.Alerts.AnyAsync(alert => alert.About == about && alert.Kind == kind, cancellation))
        {
            db.Alerts.Add(new Alert(kind, at, about));
        }
    }

    public async Task Raise(AlertKind kind, TerminalNumber terminal, DateTime at, CancellationToken cancellation)
    {
        await rows.Look(cancellation);
        var anHourAgo = at.AddHours(-1);
        if (!await db.Alerts.AnyAsync(alert => alert.Terminal == terminal && alert.Kind == kind && alert.RaisedAt > anHourAgo, cancellation))
        {
            db.Alerts.Add(new Alert(kind, at, terminal));
        }
    }
}
