using Jpos.Domain.Journal;
using Jpos.Domain.Protocol;

namespace Jpos.Domain.Cards;

/// <summary>What all cards of one kind share: which numbers are right, when a PIN is asked for, what is allowed, and how much.</summary>
public sealed class CardProduct
{
    private CardProduct()
    {
    }

    public CardProduct(string name) => Name = name;

    public long Id { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>Card numbers end in a Luhn check digit.</summary>
    public bool HasCheckDigit { get; init; } = true;

    /// <summary>Spending points or vouchers asks for a PIN, if the card has one (protocol §5).</summary>
    public bool AsksPinToSpend { get; init; }

    /// <summary>Operations that cards of this product may not do; none by default (row 9).</summary>
    public Operations Denied { get; init; }

    /// <summary>The most that one consume may come to, points and cash together; null is no limit (row 17).</summary>
    public Money? MostPerConsume { get; init; }

    /// <summary>How many approved consumes a card may have in one business day; null is no limit (row 17).</summary>
    public int? MostConsumesPerDay { get; init; }

    /// <summary>Row 17: what a consume comes to, and how many there were today before it.</summary>
    public Decline? RefuseOverLimit(Money amount, int consumesToday)
    {
        if (amount > MostPerConsume)
        {
            return new Decline(ResponseCode.AmountOverLimit, $"pointAmount and cashAmount come to more than the {MostPerConsume} that one consume of this card may.");
        }

        return consumesToday >= MostConsumesPerDay
            ? new Decline(ResponseCode.CountOverLimit, $"This card had its {MostConsumesPerDay} consumes of today.")
            : null;
    }
}
