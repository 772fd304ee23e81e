using System.Text.RegularExpressions;

namespace Jpos.Domain.Text;

/// <summary>Finds the known name that a misspelled one most likely means. Case, blanks, hyphens and underscores do not count.</summary>
public static partial class NearestName
{
    /// <summary>The longest name. A longer text is a value, not a misspelled name.</summary>
    private const int LongestName = 64;

    /// <summary>The shortest name that may be a part of the other. Such a name, as <c>mobile</c> in <c>mobile phone</c>, is nearer than one with as many different letters.</summary>
    private const int LeastInside = 3;

    /// <summary>The part of the letters that may differ.</summary>
    private const double MostDifferent = 0.5;

    /// <summary>Returns the nearest known name.</summary>
    /// <returns>Null if none is near.</returns>
    public static string? Of(string text, IEnumerable<string> known)
    {
        if (text.Length > LongestName)
        {
            return null;
        }

        var letters = Letters(text);
        return known.Select(name => (Name: name, Difference: Difference(letters, Letters(name))))
            .Where(other => other.Difference <= MostDifferent)
            .OrderBy(other => other.Difference)
            .ThenBy(other => letters.StartsWith(Letters(other.Name), StringComparison.Ordinal) ? 0 : 1)
            .FirstOrDefault().Name;
    }

    /// <summary>Returns whether at most two changes of letters lie between the two.</summary>
    public static bool IsNear(string text, string known) => text.Length <= LongestName && Changes(Letters(text), Letters(known)) <= 2;

    /// <summary>Returns 0 for the same letters, 1 for none in common.</summary>
    private static double Difference(string one, string other)
    {
        var (shorter, longer) = one.Length < other.Length ? (one, other) : (other, one);
        return longer.Length == 0 ? 1
            : shorter.Length >= LeastInside && longer.Contains(shorter, StringComparison.Ordinal) ? MostDifferent * (longer.Length - shorter.Length) / longer.Length
            : (double)Changes(one, other) / longer.Length;
    }

    /// <summary>Returns the letters of the words. <c>No</c> after another word counts as <c>number</c>.</summary>
    private static string Letters(string text) =>
        string.Concat(Word().Matches(text).Select((word, place) => word.Value.ToUpperInvariant() is var upper && place > 0 && upper is "NO" or "NR" or "NUM" ? "NUMBER" : upper));

    /// <summary>Counts the letters to insert, remove, replace or swap with the next one (Damerau and Levenshtein).</summary>
    private static int Changes(string one, string other)
    {
        var (before, last, row) = (new int[other.Length + 1], new int[other.Length + 1], Enumerable.Range(0, other.Length + 1).ToArray());
        for (var place = 1; place <= one.Length; place++)
        {
            (before, last, row) = (last, row, before);
            row[0] = place;
            for (var column = 1; column <= other.Length; column++)
            {
                row[column] = Math.Min(Math.Min(row[column - 1], last[column]) + 1, last[column - 1] + (one[place - 1] == other[column - 1] ? 0 : 1));
                if (place > 1 && column > 1 && one[place - 1] == other[column - 2] && one[place - 2] == other[column - 1])
                {
                    row[column] = Math.Min(row[column], before[column - 2] + 1);
                }
            }
        }

        return row[^1];
    }

    [GeneratedRegex(@"\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{Lo}+|\p{Nd}+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
