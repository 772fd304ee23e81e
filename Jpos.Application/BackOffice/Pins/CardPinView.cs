namespace Jpos.Application.BackOffice.Pins;

/// <summary>A card whose PIN was set.</summary>
/// <param name="Number">The card's whole number.</param>
/// <param name="Id">The card's id.</param>
/// <param name="Pin">The PIN that the host made, shown this once; null if the PIN came in a PIN block.</param>
public sealed record CardPinView(string Number, long Id, string? Pin)
{
    /// <summary>The PIN is not part of it: an object that is logged by mistake tells nothing.</summary>
    public override string ToString() => $"{nameof(CardPinView)} {Id}";
}
