using System.Globalization;
using Jpos.Application.Ports;
using Jpos.Domain.Alerts;
using MediatR;

namespace Jpos.Application.BackOffice.Alerts;

/// <summary>One alert; null if there is none that the caller sees.</summary>
public sealed record LookAtAlert(Caller Caller, long Id) : Look<AlertView?>;

public sealed class LookAtAlertHandler(IAlerts alerts) : IRequestHandler<LookAtAlert, AlertView?>
{
    public async Task<AlertView?> Handle(LookAtAlert request, CancellationToken cancellationToken) =>
        await alerts.Find(request.Id, cancellationToken) is { } alert && AlertView.IsSeenBy(request.Caller, alert) ? AlertView.Of(alert) : null;
}

/// <summary>The alerts in a state, the newest first.</summary>
/// <param name="Caller">Who asks.</param>
/// <param name="State">The state.</param>
/// <param name="Kind">Only those of this kind; null for all.</param>
/// <param name="Before">Those with lower ids; null for the newest.</param>
/// <param name="Limit">How many.</param>
public sealed record ListAlerts(Caller Caller, AlertState State, AlertKind? Kind, long? Before, int Limit) : Look<Page<AlertView>>;

public sealed class ListAlertsHandler(IAlerts alerts) : IRequestHandler<ListAlerts, Page<AlertView>>
{
    public async Task<Page<AlertView>> Handle(ListAlerts request, CancellationToken cancellationToken) => Page.Of(
        await alerts.List(request.State, request.Kind, request.Caller.Stores, request.Before, request.Limit + 1, cancellationToken),
        request.Limit,
        AlertView.Of,
        alert => alert.Id.ToString(CultureInfo.InvariantCulture));
}
