using Jpos.Application.BackOffice.Alerts;
using Jpos.Domain;
using Jpos.Domain.Alerts;

namespace Jpos.Api.BackOffice.Alerts;

/// <summary>What somebody has to look into, and who does.</summary>
[ApiVersion(1)]
[Route(Root + "alerts")]
public sealed class AlertsController(IMediator mediator, IViewSerializer viewSerializer) : BackOfficeController(mediator, viewSerializer)
{
    /// <summary>The alerts in a state.</summary>
    /// <param name="list">Which part.</param>
    /// <param name="state">The state; those that are open if it is left out.</param>
    /// <param name="kind">Only those of this kind; left out for all.</param>
    /// <param name="sort"><c>-time</c>, the newest first, if it is left out; or <c>time</c>.</param>
    /// <param name="cancellation">Gives up.</param>
    [HttpGet]
    [Requires(Permission.ReadAlerts)]
    public async Task<ActionResult<PageAnswer<AlertView>>> List([FromQuery] ListQuery list, [FromQuery] AlertState? state, [FromQuery] AlertKind? kind, [FromQuery] string? sort, CancellationToken cancellation)
    {
        var pageRequest = Fields.Page(list, sort, ListAlerts.SortOrders);
        return await Answer(() => new ListAlerts(Caller, state ?? AlertState.Open, kind, pageRequest), cancellation);
    }

    /// <summary>One alert.</summary>
    [HttpGet("{id:long}")]
    [Requires(Permission.ReadAlerts)]
    public async Task<ActionResult<AlertView>> Get(long id, CancellationToken cancellation) => Answer(await Ask(new GetAlert(Caller, id), cancellation));

    /// <summary>Takes an alert: the caller looks into it from now on. 409 if somebody else does.</summary>
    [HttpPost("{id:long}/acknowledgement")]
    [Requires(Permission.HandleAlerts)]
    public async Task<ActionResult<AlertView>> Acknowledge(long id, CancellationToken cancellation) =>
        await Answer(new AcknowledgeAlert(id) { Caller = Caller, IdempotencyKey = RequestKey }, null, cancellation);

    /// <summary>Gives an alert back, whoever took it: it is open again.</summary>
    [HttpPost("{id:long}/release")]
    [Requires(Permission.HandleAlerts)]
    public async Task<ActionResult<AlertView>> Release(long id, CancellationToken cancellation) =>
        await Answer(new ReleaseAlert(id) { Caller = Caller, IdempotencyKey = RequestKey }, null, cancellation);

    /// <summary>Resolves an alert that the caller or nobody has taken.</summary>
    [HttpPost("{id:long}/resolution")]
    [Requires(Permission.HandleAlerts)]
    public async Task<ActionResult<AlertView>> Resolve(long id, ResolutionInput input, CancellationToken cancellation)
    {
        var note = Fields.Text("note", input.Note, Alert.LongestNote);
        return await Answer(() => new ResolveAlert(id, note) { Caller = Caller, IdempotencyKey = RequestKey }, null, cancellation);
    }
}
