using Jpos.Domain.Limits;

namespace Jpos.Domain.Cards;

/// <summary>What all cards of one kind share: which numbers are right, when a PIN is asked for, what is allowed, and how much.</summary>
public sealed class CardProduct
{
    private CardProduct()
    {
    }

    public CardProduct(CardProductProfile profile) => Change(profile);

    public long Id { get; private set; }

    public string Name { get; private set; } = "";

    /// <inheritdoc cref="CardProductProfile.HasCheckDigit"/>
    public bool HasCheckDigit { get; private set; } = true;

    /// <inheritdoc cref="CardProductProfile.NumberLengths"/>
    public NumberLengths NumberLengths { get; private set; } = NumberLengths.Usual;

    /// <inheritdoc cref="CardProductProfile.NumberPrefixes"/>
    public NumberPrefixes NumberPrefixes { get; private set; } = NumberPrefixes.Any;

    /// <summary>Which numbers new cards may have. Cards that there are keep theirs.</summary>
    public CardNumberRule NumberRule => new(NumberLengths, NumberPrefixes, HasCheckDigit);

    /// <inheritdoc cref="CardProductProfile.RequiresPin"/>
    public bool RequiresPin { get; private set; }

    /// <inheritdoc cref="CardProductProfile.DeniedOperations"/>
    public Operations DeniedOperations { get; private set; }

    /// <inheritdoc cref="CardProductProfile.MostPerConsume"/>
    public Money? MostPerConsume { get; private set; }

    /// <inheritdoc cref="CardProductProfile.MostConsumesPerDay"/>
    public int? MostConsumesPerDay { get; private set; }

    /// <summary>What the back office says of it, for all its cards, from the next message on.</summary>
    public void Change(CardProductProfile profile) =>
        (Name, HasCheckDigit, NumberLengths, NumberPrefixes, RequiresPin, DeniedOperations, MostPerConsume, MostConsumesPerDay) =
            (profile.Name, profile.HasCheckDigit, profile.NumberLengths, profile.NumberPrefixes, profile.RequiresPin, profile.DeniedOperations, profile.MostPerConsume, profile.MostConsumesPerDay);

    /// <summary>Returns what the back office is to be called about if the product changes so: a limit of its own that is raised or taken away, and spending that asks for no PIN any more.</summary>
    public IEnumerable<AlertKind> AlertsOf(CardProductProfile profile)
    {
        if (OwnLimits.IsRaised(MostPerConsume, profile.MostPerConsume) || OwnLimits.IsRaised(MostConsumesPerDay, profile.MostConsumesPerDay))
        {
            yield return AlertKind.LimitRaised;
        }

        if (RequiresPin && !profile.RequiresPin)
        {
            yield return AlertKind.PinTurnedOff;
        }
    }

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
