using Jpos.Application.BackOffice.Cards;
using Jpos.Application.Ports;
using Jpos.Domain.Cards;
using Jpos.Domain.Protocol;
using MediatR;

namespace Jpos.Application.BackOffice.Pins;

/// <summary>Gives a card a PIN, its first or another one: the host makes it and shows it once, or it comes in a PIN block. Wrong PINs are forgiven.</summary>
/// <param name="Number">The card.</param>
/// <param name="TransportKey">The name of the key that the PIN block is under; null if the host makes the PIN.</param>
/// <param name="Block">The PIN block; null if the host makes the PIN.</param>
/// <param name="Reason">Why, for who reads the audit log.</param>
public sealed record SetPin(CardNumber Number, string? TransportKey, byte[]? Block, string Reason) : Act<CardPinView>
{
    public override IReadOnlyList<WrittenText> Texts => [new("reason", Reason)];

    public override IReadOnlyCollection<CardNumber> TouchesCards => [Number];

    public override bool AnswersSecret => Block is null;
}

public sealed class SetPinHandler(ICards cards, IPinTransportKeys keys, ISecurityModule security, ActSteps steps) : IRequestHandler<SetPin, Result<CardPinView>>
{
    public async Task<Result<CardPinView>> Handle(SetPin request, CancellationToken cancellationToken)
    {
        if (request.Caller.IsOfSomeStores)
        {
            return ActSteps.OfNoStore;
        }

        if (await cards.Find(request.Number, cancellationToken) is not { } card)
        {
            return ActSteps.Missing;
        }

        if (!card.MayGetPin)
        {
            return new Problem(Failure.Conflict, "The card is closed.");
        }

        string? pin = null;
        byte[] verifier;
        if (request.Block is null)
        {
            (pin, verifier) = security.MakePin(card.Id);
        }
        else
        {
            if (await keys.Find(request.TransportKey!, cancellationToken) is not { } key)
            {
                return new Problem(Failure.Invalid, "There is no transport key with this name.", "transportKey");
            }

            if (request.Block.Length != key.BlockLength)
            {
                return new Problem(Failure.Invalid, $"pinBlock must have {2 * key.BlockLength} hexadecimal digits under this key.", "pinBlock");
            }

            if (security.MakePinVerifier(key, request.Block, card) is not { } read)
            {
                return new Problem(
                    Failure.Invalid, $"pinBlock holds no PIN of {Pin.Shortest} to {Pin.Longest} digits for this card under this key. Check the key and the card number that it was made with.", "pinBlock");
            }

            verifier = read;
        }

        var before = LoggedPin.Of(card, steps.Now, null, null);
        card.SetPin(verifier);
        steps.Log(request, CardView.Subject(card), before, LoggedPin.Of(card, steps.Now, request.TransportKey, request.Reason));
        return new CardPinView(card.Number.Value, card.Id, pin);
    }
}
