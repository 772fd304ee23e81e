namespace Jpos.Application.BackOffice.Pins;

/// <summary>A card whose PIN was set.</summary>
/// <param name="Number">The card's full number.</param>
/// <param name="Id">The card's id.</param>
/// <param name="Pin">The PIN that the host generated, returned only once; null if the request had a PIN block.</param>
public sealed record CardPinView(string Number, long Id, string? Pin)
{
    /// <summary>Omits the PIN, so that a view that is logged by mistake reveals nothing.</summary>
    public override string ToString() => $"{nameof(CardPinView)} {Id}";
}
