using Jpos.Domain.Accounts;
using Jpos.Domain.Journal;
using Jpos.Domain.Programmes;

namespace Jpos.Application.BackOffice.Cards;

/// <summary>How cards come to be, one at a time or many.</summary>
public sealed class CardIssuing(IPointAccounts accounts, ITransactionJournal journal, INumberSequence numbers, Programme programme)
{
    /// <summary>Why there cannot be such a card.</summary>
    /// <param name="number">The number that it is to have.</param>
    /// <param name="isTaken">There is a card with this number.</param>
    /// <param name="product">What it is to be; null if there is no such product.</param>
    /// <param name="expiresOn">The last day on which it may be used; null for one that does not expire.</param>
    /// <param name="now">The instant.</param>
    public static Problem? Refuse(CardNumber number, bool isTaken, CardProduct? product, DateOnly? expiresOn, Moment now) =>
        expiresOn < now.Today ? new Problem(FailureKind.Invalid, "This day has passed.", "expiresOn")
        : product is null ? new Problem(FailureKind.Invalid, "There is no such card product.", "product")
        : product.NumberRule.Refuse(number) is { } why ? new Problem(FailureKind.Invalid, why, "number")
        : isTaken ? new Problem(FailureKind.Conflict, "There is a card with this number.", "number")
        : null;

    /// <summary>Returns why points that a card brings along cannot have a last day, as a line is told; null if they can.</summary>
    public static string? RefuseLot(DateOnly? expiresOn, Moment now) => expiresOn < now.Today ? "openingBalanceExpiresOn: This day has passed." : null;

    /// <summary>A card, active if it belongs to somebody.</summary>
    public static Card Make(CardNumber number, CardProduct product, Member? member, DateOnly? expiresOn) =>
        new(number, product, member is null ? CardState.Issued : CardState.Active, member, expiresOn);

    /// <summary>Opens the account of a card that has its id, with the points that it brings along, which are good for as long as a gift.</summary>
    public PointAccount Open(Card card, Points balance, Moment now) => Open(card, balance.IsZero ? [] : [new OpeningLot(balance, null)], now);

    /// <summary>Opens and writes the accounts of many cards that have their ids, each with the same points, which are good for as long as a gift.</summary>
    public async Task Open(IReadOnlyCollection<Card> cards, Points balance, Moment now, CancellationToken cancellation)
    {
        foreach (var card in cards)
        {
            Open(card, balance, now);
        }

        await accounts.WriteAdded(cancellation);
    }

    /// <summary>Opens the account of a card that has its id, with lots of points that it brings along.</summary>
    public PointAccount Open(Card card, IReadOnlyCollection<OpeningLot> lots, Moment now)
    {
        var account = new PointAccount(card.Id);
        accounts.Add(account);
        if (lots.Count > 0)
        {
            var opening = TransactionJournal.BeginAdjustment(SerialNumber.Of(numbers.Next()), card, now.Utc, now.Today);
            journal.Add(opening);
            foreach (var lot in lots)
            {
                account.Add(lot.Points, lot.ExpiresOn ?? programme.GiftExpiry(now.Today), ProgrammeAccount.Adjustment, opening, numbers);
            }
        }

        return account;
    }
}
