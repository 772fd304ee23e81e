namespace Jpos.Domain.Cards;

/// <summary>What the back office says of a card product.</summary>
/// <param name="Name">Its name, for people to read.</param>
public sealed record CardProductProfile(string Name) : IProfile
{
    public const int LongestName = 100;

    /// <summary>Card numbers end in a Luhn check digit.</summary>
    public bool HasCheckDigit { get; init; } = true;

    /// <summary>How many digits numbers of new cards have; 16 by default.</summary>
    public NumberLengths NumberLengths { get; init; } = NumberLengths.Usual;

    /// <summary>With which digits numbers of new cards begin; any by default.</summary>
    public NumberPrefixes NumberPrefixes { get; init; } = NumberPrefixes.Any;

    /// <summary>Spending points or vouchers asks for a PIN, if the card has one (protocol §5).</summary>
    public bool RequiresPin { get; init; }

    /// <summary>Operations that cards of this product may not do; none by default (row 9).</summary>
    public Operations DeniedOperations { get; init; }

    /// <summary>The most that one consume may come to, points and cash together; null is no limit (row 17).</summary>
    public Money? MostPerConsume { get; init; }

    /// <summary>How many approved consumes a card may have in one business day; null is no limit (row 17).</summary>
    public int? MostConsumesPerDay { get; init; }
}
