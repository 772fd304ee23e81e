namespace Jpos.Application.BackOffice.Webhooks;

/// <summary>What is told of a card.</summary>
/// <param name="Card">First 6 and last 4 digits.</param>
/// <param name="CardId">The card's id.</param>
/// <param name="Before">What it was.</param>
/// <param name="State">What it is now.</param>
public sealed record CardEvent(string Card, long CardId, CardState Before, CardState State)
{
    public static CardEvent Of(Card card, CardState before) => new(card.Number.Masked, card.Id, before, card.State);
}
