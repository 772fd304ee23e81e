namespace Jpos.Domain.Cards;

/// <summary>The numbers of digits that new card numbers of a product may have: one to eight lengths, each 12 to 19 (<see href="docs/protocol.md#1-transport">protocol §1</see>).</summary>
public sealed record NumberLengths
{
    public const int Shortest = 12;
    public const int Longest = 19;
    public const int LongestText = 30;

    private readonly int[] lengths;

    private NumberLengths(string text)
    {
        Text = text;
        lengths = [.. text.Split(',').Select(length => int.Parse(length, NumberStyles.None, CultureInfo.InvariantCulture))];
    }

    /// <summary>16 digits, the most common length: the default of a product. A number that lost its leading zeros is shorter and is refused.</summary>
    public static NumberLengths Usual { get; } = new("16");

    /// <summary>The stored form: the lengths in ascending order, separated by commas.</summary>
    public string Text { get; }

    /// <summary>The lengths in ascending order.</summary>
    public IReadOnlyList<int> All => lengths;

    /// <summary>Makes a set of lengths.</summary>
    /// <returns>False if there are none, or if one is out of range or repeated.</returns>
    public static bool TryMake(IReadOnlyCollection<int> lengths, [NotNullWhen(true)] out NumberLengths? made)
    {
        made = lengths.Count > 0 && lengths.All(length => length is >= Shortest and <= Longest) && lengths.Distinct().Count() == lengths.Count
            ? new NumberLengths(string.Join(',', lengths.Order().Select(length => length.ToString(CultureInfo.InvariantCulture))))
            : null;
        return made is not null;
    }

    /// <summary>Reads the stored form.</summary>
    public static NumberLengths Of(string stored) => new(stored);

    public bool Equals(NumberLengths? other) => other is not null && other.Text == Text;

    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    /// <summary>Returns the lengths as part of a sentence, such as "16 or 19".</summary>
    public override string ToString() => string.Join(" or ", lengths);
}
