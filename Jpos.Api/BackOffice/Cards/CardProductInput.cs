using Jpos.Domain;
using Jpos.Domain.Cards;

namespace Jpos.Api.BackOffice.Cards;

/// <summary>The fields of a card product.</summary>
public sealed record CardProductInput : IProfileInput<CardProductProfile>
{
    /// <summary>The product's name: 1 to 100 letters.</summary>
    [Mandatory]
    public string? Name { get; init; }

    /// <summary>Whether card numbers end in a Luhn check digit; true if omitted.</summary>
    public bool? HasCheckDigit { get; init; }

    /// <summary>The allowed lengths of new card numbers: one to eight values of 12 to 19 digits; only 16 if omitted. Other lengths are refused, so that a number that lost its leading zeros never matches another card.</summary>
    public IReadOnlyList<int>? NumberLengths { get; init; }

    /// <summary>The allowed prefixes of new card numbers: at most 20, of 1 to 11 digits each; any if omitted.</summary>
    public IReadOnlyList<string>? NumberPrefixes { get; init; }

    /// <summary>Whether spending requires the PIN of a card that has one; false if omitted.</summary>
    public bool? RequiresPin { get; init; }

    /// <summary>The operations that these cards must not do; none if omitted.</summary>
    public IReadOnlyList<Operations>? DeniedOperations { get; init; }

    /// <summary>The highest total of one consume, in yuan with at most 2 decimal places; no limit if omitted.</summary>
    public decimal? MostPerConsume { get; init; }

    /// <summary>The most consumes of a card in one day; no limit if omitted.</summary>
    public int? MostConsumesPerDay { get; init; }

    public CardProductProfile Read(FieldReader fields)
    {
        var name = fields.Text("name", Name, CardProductProfile.LongestName);
        var most = fields.Amount("mostPerConsume", MostPerConsume);
        fields.Check("mostConsumesPerDay", MostConsumesPerDay is not < 0, FieldErrorText.MustBe("mostConsumesPerDay", "a whole number of at least 0"));
        var (lengths, prefixes) = (Domain.Cards.NumberLengths.Usual, Domain.Cards.NumberPrefixes.Any);
        fields.Check("numberLengths", NumberLengths is null || Domain.Cards.NumberLengths.TryMake(NumberLengths, out lengths), FieldErrorText.MustBe("numberLengths", "a list of 1 to 8 different lengths, each 12 to 19"));
        fields.Check("numberPrefixes", NumberPrefixes is null || Domain.Cards.NumberPrefixes.TryMake(NumberPrefixes, out prefixes), FieldErrorText.MustBe("numberPrefixes", "a list of at most 20 different prefixes of 1 to 11 digits"));
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
