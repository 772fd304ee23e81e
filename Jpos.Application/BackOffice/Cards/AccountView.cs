using System.Globalization;
using Jpos.Domain.Accounts;

namespace Jpos.Application.BackOffice.Cards;

/// <summary>An account: the points and tickets of a holder, from which one or more cards spend.</summary>
/// <param name="Id">The id.</param>
/// <param name="Balance">The balance, <c>pointBalance</c> on the wire.</param>
/// <param name="Available">The points that can be spent now; negative if the debts exceed the points.</param>
/// <param name="Cards">The numbers of its cards, closed ones too.</param>
/// <param name="SucceededBy">The id of the account into which it was merged; null if it was not.</param>
public sealed record AccountView(long Id, decimal Balance, decimal Available, IReadOnlyList<string> Cards, long? SucceededBy)
{
    /// <summary>The form for the audit log, which masks the card numbers.</summary>
    internal AccountView Masked => this with { Cards = [.. Cards.Select(card => CardNumber.Of(card).Masked)] };

    public static AccountView Of(PointAccount account, IReadOnlyCollection<Card> cards, Moment now) =>
        new(account.Id, account.Balance.ToDecimal(), account.Available(now).ToDecimal(), [.. cards.Select(card => card.Number.Value)], account.SucceededBy);

    public static string Subject(long id) => string.Create(CultureInfo.InvariantCulture, $"accounts/{id}");
}
