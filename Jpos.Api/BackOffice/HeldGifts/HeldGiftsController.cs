using Jpos.Application.BackOffice.HeldGifts;
using Jpos.Application.BackOffice.Requests;

namespace Jpos.Api.BackOffice.HeldGifts;

/// <summary>Large gifts that stay pending until a person releases or refuses them.</summary>
[ApiVersion(1)]
[NetworkWide]
[Route(Root + "held-gifts")]
public sealed class HeldGiftsController(IMediator mediator, IViewSerializer viewSerializer) : BackOfficeController(mediator, viewSerializer)
{
    /// <summary>Lists the held gifts, the oldest first.</summary>
    [HttpGet]
    [Requires(Permission.ReadCards)]
    public async Task<ActionResult<PageAnswer<HeldGiftView>>> List([FromQuery] ListQuery list, CancellationToken cancellation)
    {
        var after = Fields.After(list.After);
        return await Answer(() => new ListHeldGifts(Caller, after, list.Limit), cancellation);
    }

    /// <summary>Releases or refuses a held gift. A released gift stays pending until its batch settles. A refusal takes the points back; the consume stays.</summary>
    /// <param name="serial">The serial number of the consume.</param>
    /// <param name="input">The decision.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    [HttpPost("{serial}/decision")]
    [Requires(Permission.Approve)]
    [CanFail(FailureKind.SamePerson)]
    public async Task<ActionResult<HeldGiftView>> Decide(string serial, HeldGiftDecisionInput input, CancellationToken cancellation)
    {
        var card = Fields.Read<CardNumber>("card", input.Card, CardNumber.TryParse);
        Fields.Check("isApproved", input.IsApproved is not null, FieldErrorText.Missing("isApproved"));
        var reason = Fields.Reason(input.Reason);
        return Fields.HasErrors ? Fields.Result(HttpContext)
            : !SerialNumber.TryParse(serial, out var consume) ? Answer(null)
            : await Answer(new DecideHeldGift(card, consume, input.IsApproved!.Value, reason) { Caller = Caller, IdempotencyKey = RequestKey }, null, cancellation);
    }
}
