using Jpos.Domain.Accounts;
using Jpos.Domain.Journal;
using Jpos.Domain.Programmes;

namespace Jpos.Application.BackOffice.Cards;

/// <summary>Shared rules of issuing cards, one or many.</summary>
public sealed class CardIssuing(IPointAccounts accounts, ITransactionJournal journal, INumberSequence numbers, Programme programme)
{
    /// <summary>Returns why a card cannot be issued; null if it can.</summary>
    /// <param name="number">The number of the card.</param>
    /// <param name="isTaken">Whether a card has this number.</param>
    /// <param name="product">The product; null if it does not exist.</param>
    /// <param name="expiresOn">The last day on which the card may be used; null if it does not expire.</param>
    /// <param name="now">The present instant.</param>
    public static Problem? Refuse(CardNumber number, bool isTaken, CardProduct? product, DateOnly? expiresOn, Moment now) =>
        expiresOn < now.Today ? new Problem(FailureKind.Invalid, "The last day must not be in the past.", "expiresOn")
        : product is null ? new Problem(FailureKind.Invalid, "No card product has this id or name.", "product")
        : product.NumberRule.Refuse(number) is { } why ? new Problem(FailureKind.Invalid, why, "number")
        : isTaken ? new Problem(FailureKind.Conflict, "A card with this number already exists.", "number")
        : null;

    /// <summary>Returns the reason, as for an import row, why an opening balance cannot have a last day; null if it can.</summary>
    public static string? RefuseLot(DateOnly? expiresOn, Moment now) => expiresOn < now.Today ? "openingBalanceExpiresOn: The last day must not be in the past." : null;

    /// <summary>Creates a card of a new account. The card is active if it has a member.</summary>
    public Card Make(CardNumber number, CardProduct product, Member? member, DateOnly? expiresOn) =>
        new(numbers.Next(), numbers.Next(), number, product, member is null ? CardState.Issued : CardState.Active, member, expiresOn);

    /// <summary>Opens the account of a new card, with an opening balance that lasts as long as a gift.</summary>
    public PointAccount Open(Card card, Points balance, Moment now) => Open(card, balance.IsZero ? [] : [new OpeningLot(balance, null)], now);

    /// <summary>Opens the accounts of many new cards, each with the same opening balance, which lasts as long as a gift.</summary>
    public void Open(IReadOnlyCollection<Card> cards, Points balance, Moment now)
    {
        foreach (var card in cards)
        {
            Open(card, balance, now);
        }
    }

    /// <summary>Opens the account of a new card, with the lots of its opening balance.</summary>
    public PointAccount Open(Card card, IReadOnlyCollection<OpeningLot> lots, Moment now)
    {
        var account = new PointAccount(card.AccountId);
        accounts.Add(account);
        if (lots.Count > 0)
        {
            var opening = TransactionJournal.BeginAdjustment(SerialNumber.Of(numbers.Next()), card, now.Utc, now.Today);
            journal.Add(opening);
            foreach (var lot in lots)
            {
                account.Add(lot.Points, lot.ExpiresOn ?? programme.GiftExpiry(now.Today), ProgrammeAccount.Adjustment, opening, numbers, now.Today);
            }
        }

        return account;
    }
}
