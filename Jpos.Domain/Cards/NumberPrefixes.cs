namespace Jpos.Domain.Cards;

/// <summary>The first digits that new card numbers of a product may have: at most 20 prefixes of 1 to 11 digits. Without a prefix, every number is allowed.</summary>
public sealed record NumberPrefixes
{
    public const int Most = 20;
    public const int LongestPrefix = 11;
    public const int LongestText = Most * (LongestPrefix + 1);

    private readonly string[] prefixes;

    private NumberPrefixes(string text)
    {
        Text = text;
        prefixes = text.Split(',', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Every number: the default of a product.</summary>
    public static NumberPrefixes Any { get; } = new("");

    /// <summary>The stored form: the prefixes in order, separated by commas.</summary>
    public string Text { get; }

    /// <summary>The prefixes in order; none if every number is allowed.</summary>
    public IReadOnlyList<string> All => prefixes;

    public bool IsAny => prefixes.Length == 0;

    /// <summary>Makes a set of prefixes.</summary>
    /// <returns>False if there are too many, or if one is malformed or repeated.</returns>
    public static bool TryMake(IReadOnlyCollection<string?> prefixes, [NotNullWhen(true)] out NumberPrefixes? made)
    {
        made = prefixes.Count <= Most
            && prefixes.All(prefix => prefix is { Length: >= 1 and <= LongestPrefix } && prefix.All(char.IsAsciiDigit))
            && prefixes.Distinct(StringComparer.Ordinal).Count() == prefixes.Count
            ? new NumberPrefixes(string.Join(',', prefixes.Order(StringComparer.Ordinal)))
            : null;
        return made is not null;
    }

    /// <summary>Reads the stored form.</summary>
    public static NumberPrefixes Of(string stored) => new(stored);

    /// <summary>Returns whether a number begins with one of them.</summary>
    public bool Allow(ReadOnlySpan<char> number)
    {
        foreach (var prefix in prefixes)
        {
            if (number.StartsWith(prefix))
            {
                return true;
            }
        }

        return IsAny;
    }

    public bool Equals(NumberPrefixes? other) => other is not null && other.Text == Text;

    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    /// <summary>Returns the prefixes as part of a sentence, such as "9900 or 98".</summary>
    public override string ToString() => string.Join(" or ", prefixes);
}
