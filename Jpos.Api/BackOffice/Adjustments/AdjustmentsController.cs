using System.Globalization;
using Jpos.Application.BackOffice.Adjustments;
using Jpos.Domain;
using Jpos.Domain.Accounts;

namespace Jpos.Api.BackOffice.Adjustments;

/// <summary>Points that are added to cards or taken from them by hand.</summary>
[ApiVersion(1)]
[NetworkWide]
[Route(Root + "adjustments")]
public sealed class AdjustmentsController(IMediator mediator, IViewSerializer viewSerializer) : BackOfficeController(mediator, viewSerializer)
{
    /// <summary>Adjustments, the newest first. <c>after</c> is the id of the last one that was seen.</summary>
    /// <param name="list">Which part.</param>
    /// <param name="card">Only those of this card; left out for all.</param>
    /// <param name="state">Only those in this state, such as waiting; left out for all.</param>
    /// <param name="sort"><c>-time</c>, the newest first, if it is left out; or <c>time</c>.</param>
    /// <param name="cancellation">Gives up.</param>
    [HttpGet]
    [Requires(Permission.ReadCards)]
    public async Task<ActionResult<PageAnswer<AdjustmentView>>> List([FromQuery] ListQuery list, [FromQuery] string? card, [FromQuery] AdjustmentState? state, [FromQuery] string? sort, CancellationToken cancellation)
    {
        var pageRequest = Fields.Page(list, sort, ListAdjustments.SortOrders);
        var number = Fields.ReadOptional<CardNumber>("card", card, CardNumber.TryParse);
        return await Answer(() => new ListAdjustments(Caller, number, state, pageRequest), cancellation);
    }

    /// <summary>One adjustment.</summary>
    [HttpGet("{id:long}")]
    [Requires(Permission.ReadCards)]
    public async Task<ActionResult<AdjustmentView>> Get(long id, CancellationToken cancellation) => Answer(await Ask(new GetAdjustment(Caller, id), cancellation));

    /// <summary>Adds points to a card or takes some from it: at once (done), or, above the limit, when a second person says so (waiting).</summary>
    [HttpPost]
    [Requires(Permission.AdjustPoints)]
    [ProducesResponseType(StatusCodes.Status201Created)]
    public async Task<ActionResult<AdjustmentView>> Create(AdjustmentInput input, CancellationToken cancellation)
    {
        var card = Fields.Read<CardNumber>("card", input.Card, CardNumber.TryParse);
        Fields.Check("points", input.Points is not (null or 0), input.Points is null ? FieldErrorText.Missing("points") : FieldErrorText.MustBe("points", "another number than 0"));
        var points = Points.Of(Fields.Amount("points", Math.Abs(input.Points ?? 0)) ?? 0);
        Fields.Check("expiresOn", input.ExpiresOn is null || input.Points > 0, FieldErrorText.MustBe("expiresOn", "left out where points are below 0"));
        var reason = Fields.Reason(input.Reason);
        return await Answer(
            () => new AdjustPoints(card, input.Points > 0 ? points : -points, input.ExpiresOn, reason) { Caller = Caller, IdempotencyKey = RequestKey },
            adjustment => adjustment.Id.ToString(CultureInfo.InvariantCulture),
            cancellation);
    }

    /// <summary>A second person approves an adjustment that waits, and its points move; or refuses it for good.</summary>
    [HttpPost("{id:long}/decision")]
    [Requires(Permission.Approve)]
    public async Task<ActionResult<AdjustmentView>> Decide(long id, AdjustmentDecisionInput input, CancellationToken cancellation)
    {
        var card = Fields.Read<CardNumber>("card", input.Card, CardNumber.TryParse);
        Fields.Check("isApproved", input.IsApproved is not null, FieldErrorText.Missing("isApproved"));
        var reason = Fields.Reason(input.Reason);
        return await Answer(() => new DecideAdjustment(card, id, input.IsApproved!.Value, reason) { Caller = Caller, IdempotencyKey = RequestKey }, null, cancellation);
    }
}
