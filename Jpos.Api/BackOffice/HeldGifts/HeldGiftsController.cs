using Asp.Versioning;
using Jpos.Api.BackOffice.Access;
using Jpos.Application.BackOffice.HeldGifts;
using Jpos.Application.Ports;
using Jpos.Domain.Access;
using Jpos.Domain.Protocol;
using Jpos.Domain.TextForms;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Jpos.Api.BackOffice.HeldGifts;

/// <summary>Large gifts that stay pending until somebody releases or refuses them.</summary>
[ApiVersion(1)]
[Route(Root + "held-gifts")]
public sealed class HeldGiftsController(IMediator mediator, IRepresentations representations) : BackOfficeController(mediator, representations)
{
    /// <summary>The gifts that are held, the oldest first.</summary>
    [HttpGet]
    [Allow(Right.LookAtCards)]
    [NetworkWide]
    [ProducesResponseType<PageAnswer<HeldGiftView>>(StatusCodes.Status200OK)]
    public async Task<IActionResult> List([FromQuery] ListQuery list, CancellationToken cancellation)
    {
        var faults = new Faults();
        var after = faults.After(list.After);
        return faults.Any ? faults.Result(HttpContext) : Answer(await Ask(new ListHeldGifts(Caller, after, list.Limit), cancellation));
    }

    /// <summary>Releases a gift, which then waits for its batch only, or refuses it: its points are taken back, and the consume stays.</summary>
    /// <param name="serial">The serial number of the consume.</param>
    /// <param name="input">The decision.</param>
    /// <param name="cancellation">Gives up.</param>
    [HttpPost("{serial}/decision")]
    [Allow(Right.Approve)]
    [ProducesResponseType<HeldGiftView>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Decide(string serial, HeldGiftDecisionInput input, CancellationToken cancellation)
    {
        var faults = new Faults();
        var card = faults.Read<CardNumber>("card", input.Card, CardNumber.TryParse);
        faults.Require("isApproved", input.IsApproved is not null, FaultText.Missing("isApproved"));
        var reason = faults.Reason(input.Reason);
        return faults.Any ? faults.Result(HttpContext)
            : !SerialNumber.TryParse(serial, out var consume) ? Answer(null)
            : await Answer(new DecideHeldGift(card, consume, input.IsApproved!.Value, reason) { Caller = Caller, IdempotencyKey = RequestKey }, null, cancellation);
    }
}
