using Jpos.Domain.Alerts;

namespace Jpos.Application.BackOffice.Alerts;

/// <summary>Lists the alerts in one state.</summary>
/// <param name="Caller">The caller.</param>
/// <param name="State">The state.</param>
/// <param name="Kind">Only rows of this kind; null for all.</param>
/// <param name="PageRequest">The requested page.</param>
public sealed record ListAlerts(Caller Caller, AlertState State, AlertKind? Kind, PageRequest<Alert> PageRequest) : Query<Page<AlertView>>
{
    /// <summary>The last raised first by default; ascending order shows those that have waited longest.</summary>
    public static readonly SortOrders<Alert> SortOrders = new("-time", new SortField<Alert>("time", SortKey.Number<Alert>(alert => alert.Id)));
}

public sealed class ListAlertsHandler(IAlerts alerts) : IRequestHandler<ListAlerts, Page<AlertView>>
{
    public async Task<Page<AlertView>> Handle(ListAlerts request, CancellationToken cancellationToken) => Page.Of(
        await alerts.List(request.State, request.Kind, request.Caller.Stores, request.PageRequest, cancellationToken),
        request.PageRequest,
        AlertView.Of);
}
