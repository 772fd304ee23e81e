namespace Jpos.Application.BackOffice.Pins;

/// <summary>A card's PIN in the audit log, which never contains the PIN itself.</summary>
/// <param name="Number">The masked card number.</param>
/// <param name="Id">The card's id.</param>
/// <param name="HasPin">Whether the card has a PIN.</param>
/// <param name="PinLocked">Whether the host refuses every PIN, after too many wrong PINs in a day or in a row.</param>
/// <param name="TransportKey">The name of the transport key of the PIN block; null if the host generated the PIN, or the PIN was not set.</param>
/// <param name="Reason">The reason of the change, in the caller's words; null for the state before.</param>
public sealed record LoggedPin(string Number, long Id, bool HasPin, bool PinLocked, string? TransportKey, string? Reason)
{
    public static LoggedPin Of(Card card, Moment now, string? transportKey, string? reason) =>
        new(card.Number.Masked, card.Id, card.HasPin, card.IsPinLocked(now.Today), transportKey, reason);
}
