namespace Jpos.Application.BackOffice.Pins;

/// <summary>What the audit log says of a card's PIN: never the PIN.</summary>
/// <param name="Number">The card's number, masked.</param>
/// <param name="Id">The card's id.</param>
/// <param name="HasPin">It has a PIN.</param>
/// <param name="PinLocked">No PIN is accepted: too many were wrong today, or in a row.</param>
/// <param name="TransportKey">The name of the key that the PIN came under; null if the host made it, or if it was not set.</param>
/// <param name="Reason">Why it came to be so, in the words of who changed it; null for what was before.</param>
public sealed record LoggedPin(string Number, long Id, bool HasPin, bool PinLocked, string? TransportKey, string? Reason)
{
    public static LoggedPin Of(Card card, Moment now, string? transportKey, string? reason) =>
        new(card.Number.Masked, card.Id, card.HasPin, card.IsPinLocked(now.Today), transportKey, reason);
}
