using System.Globalization;
using Asp.Versioning;
using Jpos.Api.BackOffice.Access;
using Jpos.Application.BackOffice.Adjustments;
using Jpos.Application.Ports;
using Jpos.Domain;
using Jpos.Domain.Access;
using Jpos.Domain.Accounts;
using Jpos.Domain.Protocol;
using Jpos.Domain.TextForms;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Jpos.Api.BackOffice.Adjustments;

/// <summary>Points that are added to cards or taken from them by hand.</summary>
[ApiVersion(1)]
[NetworkWide]
[Route(Root + "adjustments")]
public sealed class AdjustmentsController(IMediator mediator, IRepresentations representations) : BackOfficeController(mediator, representations)
{
    /// <summary>Adjustments, the newest first. <c>after</c> is the id of the last one that was seen.</summary>
    /// <param name="list">Which part.</param>
    /// <param name="card">Only those of this card; left out for all.</param>
    /// <param name="state">Only those in this state, such as waiting; left out for all.</param>
    /// <param name="sort"><c>-time</c>, the newest first, if it is left out; or <c>time</c>.</param>
    /// <param name="cancellation">Gives up.</param>
    [HttpGet]
    [Allow(Right.LookAtCards)]
    [ProducesResponseType<PageAnswer<AdjustmentView>>(StatusCodes.Status200OK)]
    public async Task<IActionResult> List([FromQuery] ListQuery list, [FromQuery] string? card, [FromQuery] AdjustmentState? state, [FromQuery] string? sort, CancellationToken cancellation)
    {
        var faults = new Faults();
        var slice = faults.Slice(list, sort, ListAdjustments.Orders);
        var number = faults.ReadOptional<CardNumber>("card", card, CardNumber.TryParse);
        return faults.Any ? faults.Result(HttpContext) : Answer(await Ask(new ListAdjustments(Caller, number, state, slice), cancellation));
    }

    /// <summary>One adjustment.</summary>
    [HttpGet("{id:long}")]
    [Allow(Right.LookAtCards)]
    [ProducesResponseType<AdjustmentView>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Look(long id, CancellationToken cancellation) => Answer(await Ask(new LookAtAdjustment(Caller, id), cancellation));

    /// <summary>Adds points to a card or takes some from it: at once (done), or, above the limit, when a second person says so (waiting).</summary>
    [HttpPost]
    [Allow(Right.AdjustPoints)]
    [ProducesResponseType<AdjustmentView>(StatusCodes.Status201Created)]
    public async Task<IActionResult> Create(AdjustmentInput input, CancellationToken cancellation)
    {
        var faults = new Faults();
        var card = faults.Read<CardNumber>("card", input.Card, CardNumber.TryParse);
        faults.Require("points", input.Points is not (null or 0), input.Points is null ? FaultText.Missing("points") : FaultText.MustBe("points", "another number than 0"));
        var points = Points.Of(faults.Amount("points", Math.Abs(input.Points ?? 0)) ?? 0);
        faults.Require("expiresOn", input.ExpiresOn is null || input.Points > 0, FaultText.MustBe("expiresOn", "left out where points are below 0"));
        var reason = faults.Reason(input.Reason);
        return faults.Any
            ? faults.Result(HttpContext)
            : await Answer(
                new AdjustPoints(card, input.Points > 0 ? points : -points, input.ExpiresOn, reason) { Caller = Caller, IdempotencyKey = RequestKey },
                adjustment => adjustment.Id.ToString(CultureInfo.InvariantCulture),
                cancellation);
    }

    /// <summary>A second person approves an adjustment that waits, and its points move; or refuses it for good.</summary>
    [HttpPost("{id:long}/decision")]
    [Allow(Right.Approve)]
    [ProducesResponseType<AdjustmentView>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Decide(long id, AdjustmentDecisionInput input, CancellationToken cancellation)
    {
        var faults = new Faults();
        var card = faults.Read<CardNumber>("card", input.Card, CardNumber.TryParse);
        faults.Require("isApproved", input.IsApproved is not null, FaultText.Missing("isApproved"));
        var reason = faults.Reason(input.Reason);
        return faults.Any
            ? faults.Result(HttpContext)
            : await Answer(new DecideAdjustment(card, id, input.IsApproved!.Value, reason) { Caller = Caller, IdempotencyKey = RequestKey }, null, cancellation);
    }
}
