namespace Jpos.Domain.Cards;

/// <summary>The fields of a card product that the back office sets.</summary>
/// <param name="Name">The name, for people to read.</param>
public sealed record CardProductProfile(string Name) : IProfile
{
    public const int LongestName = 100;

    /// <summary>Whether card numbers end with a Luhn check digit.</summary>
    public bool HasCheckDigit { get; init; } = true;

    /// <summary>The numbers of digits that new card numbers may have; 16 by default.</summary>
    public NumberLengths NumberLengths { get; init; } = NumberLengths.Usual;

    /// <summary>The first digits that new card numbers may have; any by default.</summary>
    public NumberPrefixes NumberPrefixes { get; init; } = NumberPrefixes.Any;

    /// <summary>Whether spending points or vouchers requires a PIN (<see href="docs/protocol.md#9-keys-mac-and-pin">protocol §9</see>).</summary>
    public bool RequiresPin { get; init; }

    /// <summary>The operations that cards of this product may not do; none by default (row 9).</summary>
    public Operations DeniedOperations { get; init; }

    /// <summary>The largest amount of one consume, points and cash together; null for no limit (row 17).</summary>
    public Money? MostPerConsume { get; init; }

    /// <summary>The number of approved consumes that a card may have in one business day; null for no limit (row 17).</summary>
    public int? MostConsumesPerDay { get; init; }
}
