using System.Globalization;
using Jpos.Application.BackOffice.Adjustments;
using Jpos.Application.BackOffice.Requests;
using Jpos.Domain;
using Jpos.Domain.Accounts;

namespace Jpos.Api.BackOffice.Adjustments;

/// <summary>Points that the back office adds to cards or takes from them.</summary>
[ApiVersion(1)]
[NetworkWide]
[Route(Root + "adjustments")]
public sealed class AdjustmentsController(IMediator mediator, IViewSerializer viewSerializer) : BackOfficeController(mediator, viewSerializer)
{
    /// <summary>Lists the adjustments, the newest first. <c>after</c> is the id of the last adjustment of the previous page.</summary>
    /// <param name="list">The page to return.</param>
    /// <param name="card">Only adjustments of this card; all if omitted.</param>
    /// <param name="state">Only adjustments in this state, such as waiting; all if omitted.</param>
    /// <param name="sort"><c>-time</c> for the newest first, the default, or <c>time</c> for the oldest first.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    [HttpGet]
    [Requires(Permission.ReadCards)]
    public async Task<ActionResult<PageAnswer<AdjustmentView>>> List([FromQuery] ListQuery list, [FromQuery] string? card, [FromQuery] AdjustmentState? state, [FromQuery] string? sort, CancellationToken cancellation)
    {
        var pageRequest = Fields.Page(list, sort, ListAdjustments.SortOrders);
        var number = Fields.ReadOptional<CardNumber>("card", card, CardNumber.TryParse);
        return await Answer(() => new ListAdjustments(Caller, number, state, pageRequest), cancellation);
    }

    /// <summary>Returns one adjustment.</summary>
    [HttpGet("{id:long}")]
    [Requires(Permission.ReadCards)]
    public async Task<ActionResult<AdjustmentView>> Get(long id, CancellationToken cancellation) => Answer(await Ask(new GetAdjustment(Caller, id), cancellation));

    /// <summary>Adds points to a card or takes points from it. Above the limit the adjustment waits for a second person's approval.</summary>
    [HttpPost]
    [Requires(Permission.AdjustPoints)]
    [CanFail(FailureKind.NotFound)]
    [ProducesResponseType(StatusCodes.Status201Created)]
    public async Task<ActionResult<AdjustmentView>> Create(AdjustmentInput input, CancellationToken cancellation)
    {
        var card = Fields.Read<CardNumber>("card", input.Card, CardNumber.TryParse);
        Fields.Check("points", input.Points is not (null or 0), input.Points is null ? FieldErrorText.Missing("points") : FieldErrorText.MustBe("points", "a number other than 0"));
        var points = Points.Of(Fields.Amount("points", Math.Abs(input.Points ?? 0)) ?? 0);
        Fields.Check("expiresOn", input.ExpiresOn is null || input.Points > 0, FieldErrorText.MustBe("expiresOn", "left out if points is negative"));
        var reason = Fields.Reason(input.Reason);
        return await Answer(
            () => new AdjustPoints(card, input.Points > 0 ? points : -points, input.ExpiresOn, reason) { Caller = Caller, IdempotencyKey = RequestKey },
            adjustment => adjustment.Id.ToString(CultureInfo.InvariantCulture),
            cancellation);
    }

    /// <summary>Approves or refuses a waiting adjustment, as a second person. An approval moves the points; a refusal is final.</summary>
    [HttpPost("{id:long}/decision")]
    [Requires(Permission.Approve)]
    [CanFail(FailureKind.SamePerson)]
    public async Task<ActionResult<AdjustmentView>> Decide(long id, AdjustmentDecisionInput input, CancellationToken cancellation)
    {
        var card = Fields.Read<CardNumber>("card", input.Card, CardNumber.TryParse);
        Fields.Check("isApproved", input.IsApproved is not null, FieldErrorText.Missing("isApproved"));
        var reason = Fields.Reason(input.Reason);
        return await Answer(() => new DecideAdjustment(card, id, input.IsApproved!.Value, reason) { Caller = Caller, IdempotencyKey = RequestKey }, null, cancellation);
    }
}
