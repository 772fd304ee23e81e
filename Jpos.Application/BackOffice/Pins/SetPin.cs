using Jpos.Application.BackOffice.Cards;

namespace Jpos.Application.BackOffice.Pins;

/// <summary>Sets a card's first PIN or a new one. The host generates the PIN and returns it once, or the request has a PIN block. The counts of wrong PINs are reset.</summary>
/// <param name="Number">The card.</param>
/// <param name="TransportKey">The name of the transport key of the PIN block; null if the host generates the PIN.</param>
/// <param name="Block">The PIN block; null if the host generates the PIN.</param>
/// <param name="Reason">The reason, for the audit log.</param>
public sealed record SetPin(CardNumber Number, string? TransportKey, byte[]? Block, string Reason) : Command<CardPinView>
{
    public override IReadOnlyList<FreeText> FreeTexts => [new("reason", Reason)];

    public override IReadOnlyCollection<CardNumber> LockedCards => [Number];

    public override bool ReturnsSecret => Block is null;
}

public sealed class SetPinHandler(ICards cards, IPinTransportKeys keys, IPinIssuing pins, CommandAudit steps) : IRequestHandler<SetPin, CommandResult<CardPinView>>
{
    public async Task<CommandResult<CardPinView>> Handle(SetPin request, CancellationToken cancellationToken)
    {
        if (request.Caller.IsStoreScoped)
        {
            return CommandAudit.NetworkWideOnly;
        }

        if (await cards.Find(request.Number, cancellationToken) is not { } card)
        {
            return CommandAudit.NotFound;
        }

        if (!card.CanHavePin)
        {
            return new Problem(FailureKind.Conflict, "The card is closed.");
        }

        string? pin = null;
        byte[] verifier;
        if (request.Block is null)
        {
            (pin, verifier) = pins.MakePin(card.Id);
        }
        else
        {
            if (await keys.Find(request.TransportKey!, cancellationToken) is not { } key)
            {
                return new Problem(FailureKind.Invalid, "transportKey does not name a transport key.", "transportKey");
            }

            if (request.Block.Length != key.BlockLength)
            {
                return new Problem(FailureKind.Invalid, $"pinBlock must have {2 * key.BlockLength} hexadecimal digits under this key.", "pinBlock");
            }

            if (pins.MakePinVerifier(key, request.Block, card) is not { } read)
            {
                return new Problem(
                    FailureKind.Invalid, $"pinBlock does not decrypt to a PIN of {Pin.Shortest} to {Pin.Longest} digits for this card. Check the transport key and the card number that it was made with.", "pinBlock");
            }

            verifier = read;
        }

        var before = LoggedPin.Of(card, steps.Now, null, null);
        card.SetPin(verifier);
        steps.Log(request, CardView.Subject(card), before, LoggedPin.Of(card, steps.Now, request.TransportKey, request.Reason));
        return new CardPinView(card.Number.Value, card.Id, pin);
    }
}
