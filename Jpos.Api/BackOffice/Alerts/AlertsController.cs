using Jpos.Application.BackOffice.Alerts;
using Jpos.Domain;
using Jpos.Domain.Alerts;

namespace Jpos.Api.BackOffice.Alerts;

/// <summary>Alerts that a person must look into.</summary>
[ApiVersion(1)]
[Route(Root + "alerts")]
public sealed class AlertsController(IMediator mediator, IViewSerializer viewSerializer) : BackOfficeController(mediator, viewSerializer)
{
    /// <summary>Lists the alerts in one state.</summary>
    /// <param name="list">The page to return.</param>
    /// <param name="state">The alerts' state; open if omitted.</param>
    /// <param name="kind">Only alerts of this kind; all if omitted.</param>
    /// <param name="sort"><c>-time</c> for the newest first, the default, or <c>time</c> for the oldest first.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    [HttpGet]
    [Requires(Permission.ReadAlerts)]
    public async Task<ActionResult<PageAnswer<AlertView>>> List([FromQuery] ListQuery list, [FromQuery] AlertState? state, [FromQuery] AlertKind? kind, [FromQuery] string? sort, CancellationToken cancellation)
    {
        var pageRequest = Fields.Page(list, sort, ListAlerts.SortOrders);
        return await Answer(() => new ListAlerts(Caller, state ?? AlertState.Open, kind, pageRequest), cancellation);
    }

    /// <summary>Returns one alert.</summary>
    [HttpGet("{id:long}")]
    [Requires(Permission.ReadAlerts)]
    public async Task<ActionResult<AlertView>> Get(long id, CancellationToken cancellation) => Answer(await Ask(new GetAlert(Caller, id), cancellation));

    /// <summary>Acknowledges an alert and makes the caller its assignee. Returns 409 if another caller has acknowledged it.</summary>
    [HttpPost("{id:long}/acknowledgement")]
    [Requires(Permission.HandleAlerts)]
    public async Task<ActionResult<AlertView>> Acknowledge(long id, CancellationToken cancellation) =>
        await Answer(new AcknowledgeAlert(id) { Caller = Caller, IdempotencyKey = RequestKey }, null, cancellation);

    /// <summary>Releases an alert, whoever acknowledged it. The alert is open again.</summary>
    [HttpPost("{id:long}/release")]
    [Requires(Permission.HandleAlerts)]
    public async Task<ActionResult<AlertView>> Release(long id, CancellationToken cancellation) =>
        await Answer(new ReleaseAlert(id) { Caller = Caller, IdempotencyKey = RequestKey }, null, cancellation);

    /// <summary>Resolves an alert that the caller acknowledged, or that is open.</summary>
    [HttpPost("{id:long}/resolution")]
    [Requires(Permission.HandleAlerts)]
    public async Task<ActionResult<AlertView>> Resolve(long id, ResolutionInput input, CancellationToken cancellation)
    {
        var note = Fields.Text("note", input.Note, Alert.LongestNote);
        return await Answer(() => new ResolveAlert(id, note) { Caller = Caller, IdempotencyKey = RequestKey }, null, cancellation);
    }
}
