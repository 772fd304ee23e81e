namespace Jpos.Domain.Text;

/// <summary>
/// The words of an enumeration in JSON, CSV and settings: the name of the value in lower camel case. A number, another case, a list or a blank is not a word.
/// </summary>
public static class EnumNames
{
    /// <summary>The word for a stored value that the enumeration lacks. It is never accepted as input.</summary>
    public const string Unreadable = "unreadable";

    /// <summary>Returns all words of an enumeration in the order of their values. For flags, only single values have words.</summary>
    public static IReadOnlyList<string> All<T>()
        where T : struct, Enum => Set<T>.Names;

    /// <summary>Returns the word for a value, or <see cref="Unreadable"/> for a value that the enumeration lacks.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => Set<T>.ByValue.GetValueOrDefault(value, Unreadable);

    /// <summary>Returns the single values in a set of flags. A value with unknown flags is returned whole, as unreadable.</summary>
    public static IReadOnlyList<T> FlagsOf<T>(T flags)
        where T : struct, Enum
    {
        var single = Set<T>.ByValue.Keys.Where(value => flags.HasFlag(value)).ToList();
        return single.Sum(value => Convert.ToInt64(value, CultureInfo.InvariantCulture)) == Convert.ToInt64(flags, CultureInfo.InvariantCulture) ? single : [flags];
    }

    /// <summary>Returns the value of a word.</summary>
    /// <returns>False if the text is not a word of the enumeration.</returns>
    public static bool TryParse<T>([NotNullWhen(true)] string? text, out T value)
        where T : struct, Enum
    {
        value = default;
        return text is not null && Set<T>.ByWord.TryGetValue(text, out value);
    }

    private static class Set<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<T, string> ByValue = Enum.GetValues<T>().Where(IsWord).Distinct().ToDictionary(value => value, WordFor);

        public static readonly Dictionary<string, T> ByWord = ByValue.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

        public static readonly string[] Names = [.. ByValue.Values];

        private static bool IsWord(T value) => !typeof(T).IsDefined(typeof(FlagsAttribute), false) || ulong.PopCount(Convert.ToUInt64(value, CultureInfo.InvariantCulture)) == 1;

        private static string WordFor(T value)
        {
            var name = value.ToString();
            return string.Concat(name[..1].ToLowerInvariant(), name.AsSpan(1));
        }
    }
}
