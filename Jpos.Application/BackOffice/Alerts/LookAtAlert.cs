using Jpos.Application.Ports;
using MediatR;

namespace Jpos.Application.BackOffice.Alerts;

/// <summary>One alert; null if there is none that the caller sees.</summary>
public sealed record LookAtAlert(Caller Caller, long Id) : Look<AlertView?>;

public sealed class LookAtAlertHandler(IAlerts alerts) : IRequestHandler<LookAtAlert, AlertView?>
{
    public async Task<AlertView?> Handle(LookAtAlert request, CancellationToken cancellationToken) =>
        await alerts.Find(request.Id, cancellationToken) is { } alert && AlertView.IsSeenBy(request.Caller, alert) ? AlertView.Of(alert) : null;
}
