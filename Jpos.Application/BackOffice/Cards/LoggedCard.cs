namespace Jpos.Application.BackOffice.Cards;

/// <summary>A card in the audit log, which masks its number.</summary>
/// <param name="Number">The masked number.</param>
/// <param name="Id">The card's id.</param>
/// <param name="Account">The id of the account from which the card spends.</param>
/// <param name="Product">The id of the card's product.</param>
/// <param name="Member">The id of the card's member; null if none.</param>
/// <param name="State">The state.</param>
/// <param name="ExpiresOn">The last day on which the card may be used; null if it does not expire.</param>
/// <param name="Balance">The balance.</param>
/// <param name="Reason">The reason of the change, in the caller's words; null where none is required.</param>
public sealed record LoggedCard(string Number, long Id, long Account, long Product, long? Member, CardState State, DateOnly? ExpiresOn, decimal Balance, string? Reason)
{
    public static LoggedCard Of(Card card, CardView view, string? reason) =>
        new(card.Number.Masked, view.Id, view.Account, view.Product, view.Member, view.State, view.ExpiresOn, view.Balance, reason);
}
