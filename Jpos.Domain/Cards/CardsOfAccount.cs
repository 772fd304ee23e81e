namespace Jpos.Domain.Cards;

/// <summary>The card of a message with the other cards that spend from its account. The strictest rule of all of them applies, so that a companion card never weakens the purse. Closed cards do not count.</summary>
public sealed class CardsOfAccount
{
    private readonly IReadOnlyList<Card> cards;

    /// <param name="used">The card of the message.</param>
    /// <param name="all">The cards of its account; only itself if the account is not shared.</param>
    public CardsOfAccount(Card used, IEnumerable<Card> all)
    {
        Used = used;
        cards = [used, .. all.Where(card => card.Id != used.Id && card.State is not CardState.Closed)];
    }

    /// <summary>The card of the message.</summary>
    public Card Used { get; }

    /// <summary>Whether a PIN is required to spend points or vouchers.</summary>
    public bool RequirePin => cards.Any(card => card.Product.RequiresPin);

    /// <summary>Whether the consumes of a day are limited, so that they must be counted.</summary>
    public bool LimitConsumes => cards.Any(card => card.Product.MostConsumesPerDay is not null);

    /// <summary>Returns the decline of row 13 of <see href="docs/protocol.md#2-response-codes">protocol §2</see>, or null if a PIN may be tried. The wrong PINs of all cards count together.</summary>
    public Decline? RefusePinTry(DateOnly today) => Card.RefusePinTry(cards.Sum(card => card.WrongPins), cards.Where(card => card.WrongPinsOn == today).Sum(card => card.WrongPinsToday));

    /// <summary>Records a PIN attempt with the used card (row 15 of <see href="docs/protocol.md#2-response-codes">protocol §2</see>). A correct PIN resets the counts of that card only.</summary>
    public Decline? RecordPinAttempt(bool isRight, DateOnly today)
    {
        var own = Used.RecordPinAttempt(isRight, today);
        return isRight || cards.Count == 1 ? own : RefusePinTry(today) is null ? own : Card.PinTriesUsedUp;
    }

    /// <summary>Returns the decline of row 17 for the amount of a consume and the number of the account's earlier consumes today, or null.</summary>
    public Decline? RefuseOverLimit(Money amount, int consumesToday) =>
        cards.Select(card => card.Product.RefuseOverLimit(amount, consumesToday)).FirstOrDefault(decline => decline is not null);
}
