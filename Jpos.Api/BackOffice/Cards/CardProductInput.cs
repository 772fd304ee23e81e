using Jpos.Domain;
using Jpos.Domain.Cards;

namespace Jpos.Api.BackOffice.Cards;

/// <summary>What is to be said of a card product.</summary>
public sealed record CardProductInput : IProfileInput<CardProductProfile>
{
    /// <summary>Its name: 1 to 100 letters.</summary>
    public string? Name { get; init; }

    /// <summary>Numbers of its cards end in a Luhn check digit; true if left out.</summary>
    public bool? HasCheckDigit { get; init; }

    /// <summary>How many digits numbers of new cards have: one to eight lengths, each 12 to 19; only 16 if left out. A number of another length is refused, so that one that lost its first zeros never becomes another card.</summary>
    public IReadOnlyList<int>? NumberLengths { get; init; }

    /// <summary>With which digits numbers of new cards begin: at most 20 prefixes of 1 to 11 digits; any if left out.</summary>
    public IReadOnlyList<string>? NumberPrefixes { get; init; }

    /// <summary>Spending asks for a PIN, if the card has one; false if left out.</summary>
    public bool? RequiresPin { get; init; }

    /// <summary>Operations that its cards may not do; none if left out.</summary>
    public IReadOnlyList<Operations>? DeniedOperations { get; init; }

    /// <summary>The most that one consume may come to, in yuan with at most 2 decimal places; no limit if left out.</summary>
    public decimal? MostPerConsume { get; init; }

    /// <summary>How many consumes a card may have in a day; no limit if left out.</summary>
    public int? MostConsumesPerDay { get; init; }

    public CardProductProfile Read(FieldReader fields)
    {
        var name = fields.Text("name", Name, CardProductProfile.LongestName);
        var most = fields.Amount("mostPerConsume", MostPerConsume);
        fields.Check("mostConsumesPerDay", MostConsumesPerDay is not < 0, FieldErrorText.MustBe("mostConsumesPerDay", "a whole number from 0 on"));
        var (lengths, prefixes) = (Domain.Cards.NumberLengths.Usual, Domain.Cards.NumberPrefixes.Any);
        fields.Check("numberLengths", NumberLengths is null || Domain.Cards.NumberLengths.TryMake(NumberLengths, out lengths), FieldErrorText.MustBe("numberLengths", "a list of 1 to 8 different numbers of digits, each 12 to 19"));
        fields.Check("numberPrefixes", NumberPrefixes is null || Domain.Cards.NumberPrefixes.TryMake(NumberPrefixes, out prefixes), FieldErrorText.MustBe("numberPrefixes", "a list of at most 20 different texts of 1 to 11 digits"));
        return new CardProductProfile(name)
        {
            HasCheckDigit = HasCheckDigit ?? true,
            NumberLengths = lengths ?? Domain.Cards.NumberLengths.Usual,
            NumberPrefixes = prefixes ?? Domain.Cards.NumberPrefixes.Any,
            RequiresPin = RequiresPin ?? false,
            DeniedOperations = (DeniedOperations ?? []).Aggregate(Operations.None, (all, one) => all | one),
            MostPerConsume = most is null ? null : Money.Of(most.Value),
            MostConsumesPerDay = MostConsumesPerDay,
        };
    }
}
