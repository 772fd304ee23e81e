using System.ComponentModel.DataAnnotations;

namespace Jpos.Api.TerminalProtocol.Messages;

/// <summary>The fields of a message about a card that may have been swiped.</summary>
public abstract record SwipedCardForm : TerminalForm
{
    /// <summary>The card's number. It may be omitted if <see cref="Track2"/> is sent.</summary>
    [CardOrTrack]
    public CardNumber? CardNo { get; init; }

    [Required]
    public TraceNumber? TraceNo { get; init; }

    public Track2? Track2 { get; init; }

    public Track3? Track3 { get; init; }

    /// <summary>The card of the message: <c>cardNo</c> if sent, else the card of the track.</summary>
    protected CardNumber Card => CardNo ?? Track2!.Card;
}
