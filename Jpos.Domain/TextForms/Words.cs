using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Jpos.Domain.TextForms;

/// <summary>
/// The words of a closed set, as every door writes and reads them: the value's name in lower camel case. A number, another case, a list or a blank is no word.
/// </summary>
public static class Words
{
    /// <summary>Returns all words of a set, in the order of their values. Of flags, only the single ones.</summary>
    public static IReadOnlyList<string> All<T>()
        where T : struct, Enum => Set<T>.Names;

    /// <summary>Returns the word for a value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value has no word.</exception>
    public static string Of<T>(T value)
        where T : struct, Enum => Set<T>.ByValue.TryGetValue(value, out var word) ? word : throw new ArgumentOutOfRangeException(nameof(value), value, $"No {typeof(T).Name} has this value.");

    /// <summary>Returns the value of a word.</summary>
    /// <returns>False if the text is none of the set's words.</returns>
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
