namespace Jpos.Application.BackOffice.Webhooks;

/// <summary>The content of a card event.</summary>
/// <param name="Card">The masked card number: first 6 and last 4 digits.</param>
/// <param name="CardId">The card's id.</param>
/// <param name="Account">The id of the account from which the card spends.</param>
/// <param name="Before">The state before.</param>
/// <param name="State">The new state.</param>
public sealed record CardEvent(string Card, long CardId, long Account, CardState Before, CardState State)
{
    public static CardEvent Of(Card card, CardState before) => new(card.Number.Masked, card.Id, card.AccountId, before, card.State);
}
