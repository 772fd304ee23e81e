namespace Jpos.Application.BackOffice.Alerts;

/// <summary>Returns one alert; null if the caller sees none with this id.</summary>
public sealed record GetAlert(Caller Caller, long Id) : Query<AlertView?>;

public sealed class GetAlertHandler(IAlerts alerts) : IRequestHandler<GetAlert, AlertView?>
{
    public async Task<AlertView?> Handle(GetAlert request, CancellationToken cancellationToken) =>
        await alerts.Find(request.Id, cancellationToken) is { } alert && AlertView.IsSeenBy(request.Caller, alert) ? AlertView.Of(alert) : null;
}
