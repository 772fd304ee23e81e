namespace Jpos.Application.BackOffice.Cards;

/// <summary>What the audit log says of a card, whose number it hides.</summary>
/// <param name="Number">Its number, masked.</param>
/// <param name="Id">Its id.</param>
/// <param name="Product">The id of its product.</param>
/// <param name="Member">The id of whom it belongs to; null for nobody.</param>
/// <param name="State">Whether it may be used.</param>
/// <param name="ExpiresOn">The last day on which it may be used; null for one that does not expire.</param>
/// <param name="Balance">All its points.</param>
/// <param name="Reason">Why it came to be so, in the words of who changed it; null where none is asked for.</param>
public sealed record LoggedCard(string Number, long Id, long Product, long? Member, CardState State, DateOnly? ExpiresOn, decimal Balance, string? Reason)
{
    public static LoggedCard Of(Card card, CardView view, string? reason) =>
        new(card.Number.Masked, view.Id, view.Product, view.Member, view.State, view.ExpiresOn, view.Balance, reason);
}
