using Jpos.Domain.Limits;

namespace Jpos.Domain.Cards;

/// <summary>The rules of all cards of one kind: their numbers, when a PIN is required, the allowed operations, and limits.</summary>
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

    /// <summary>The numbers that new cards may have. Existing cards keep theirs.</summary>
    public CardNumberRule NumberRule => new(NumberLengths, NumberPrefixes, HasCheckDigit);

    /// <inheritdoc cref="CardProductProfile.RequiresPin"/>
    public bool RequiresPin { get; private set; }

    /// <inheritdoc cref="CardProductProfile.DeniedOperations"/>
    public Operations DeniedOperations { get; private set; }

    /// <inheritdoc cref="CardProductProfile.MostPerConsume"/>
    public Money? MostPerConsume { get; private set; }

    /// <inheritdoc cref="CardProductProfile.MostConsumesPerDay"/>
    public int? MostConsumesPerDay { get; private set; }

    /// <summary>Changes the product for all its cards, from the next message on.</summary>
    public void Change(CardProductProfile profile) =>
        (Name, HasCheckDigit, NumberLengths, NumberPrefixes, RequiresPin, DeniedOperations, MostPerConsume, MostConsumesPerDay) =
            (profile.Name, profile.HasCheckDigit, profile.NumberLengths, profile.NumberPrefixes, profile.RequiresPin, profile.DeniedOperations, profile.MostPerConsume, profile.MostConsumesPerDay);

    /// <summary>Returns the alerts that a change of the product raises: for a limit that is raised or removed, and for spending that no longer requires a PIN.</summary>
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

    /// <summary>Returns the decline of row 17 for the amount of a consume and the number of earlier consumes today, or null.</summary>
    public Decline? RefuseOverLimit(Money amount, int consumesToday)
    {
        if (amount > MostPerConsume)
        {
            return new Decline(ResponseCode.AmountOverLimit, $"The sum of pointAmount and cashAmount exceeds {MostPerConsume}, the limit of one consume with this card.");
        }

        return consumesToday >= MostConsumesPerDay
            ? new Decline(ResponseCode.CountOverLimit, $"This card has reached its limit of consumes per day, {MostConsumesPerDay}.")
            : null;
    }
}
