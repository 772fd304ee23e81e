using Jpos.Application.BackOffice.Cards;
using Jpos.Application.BackOffice.Pins;
using Jpos.Application.BackOffice.Requests;
using Jpos.Domain.Cards;

namespace Jpos.Api.BackOffice.Pins;

/// <summary>The PINs of cards.</summary>
[ApiVersion(1)]
[NetworkWide]
[Route(Root + "cards/{number}/pin")]
public sealed class CardPinsController(IMediator mediator, IViewSerializer viewSerializer) : BackOfficeController(mediator, viewSerializer)
{
    /// <summary>Sets or changes a card's PIN. Without a PIN block the host generates the PIN and returns it in this answer only. The counts of wrong PINs are reset.</summary>
    [HttpPost]
    [Requires(Permission.ManagePins)]
    [CanFail(FailureKind.SecretAlreadyShown)]
    public async Task<ActionResult<CardPinView>> Set(string number, SetPinInput input, CancellationToken cancellation)
    {
        var card = Fields.ReadPathValue<CardNumber>(number, CardNumber.TryParse);
        var reason = Fields.Reason(input.Reason);
        byte[]? block = null;
        if (input.PinBlock is not null)
        {
            block = Fields.Hex("pinBlock", input.PinBlock);
            Fields.Check("transportKey", input.TransportKey is not null, "transportKey is missing: it names the key that pinBlock is under.");
        }

        var key = Fields.ReadOptional<string>("transportKey", input.TransportKey, PinTransportKey.TryParseName, PinTransportKey.NameForm);
        Fields.Check("pinBlock", input.PinBlock is not null || input.TransportKey is null, "pinBlock is missing: transportKey is for a PIN block only.");
        return await Answer(() => new SetPin(card, key, block, reason) { Caller = Caller, IdempotencyKey = RequestKey }, null, cancellation);
    }

    /// <summary>Unlocks a card's PIN by resetting the counts of wrong PINs. The PIN does not change.</summary>
    [HttpPost("unlock")]
    [Requires(Permission.ManagePins)]
    public async Task<ActionResult<CardView>> Unlock(string number, UnlockPinInput input, CancellationToken cancellation)
    {
        var card = Fields.ReadPathValue<CardNumber>(number, CardNumber.TryParse);
        var reason = Fields.Reason(input.Reason);
        return await Answer(() => new UnlockPin(card, reason) { Caller = Caller, IdempotencyKey = RequestKey }, null, cancellation);
    }
}
