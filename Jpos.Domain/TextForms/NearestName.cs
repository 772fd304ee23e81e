namespace Jpos.Domain.TextForms;

/// <summary>Finds the known name that somebody most likely meant.</summary>
public static class NearestName
{
    /// <summary>Returns the known name with the fewest changes of letters; case does not count.</summary>
    /// <returns>Null if no name is known.</returns>
    public static string? Of(string text, IEnumerable<string> known) => known.MinBy(name => Distance(text.ToUpperInvariant(), name.ToUpperInvariant()));

    /// <summary>Returns whether at most two changes of letters lie between the two; case does not count.</summary>
    public static bool IsNear(string text, string known) => Distance(text.ToUpperInvariant(), known.ToUpperInvariant()) <= 2;

    /// <summary>Counts the letters to insert, remove or replace (Levenshtein).</summary>
    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        foreach (var letter in one)
        {
            var diagonal = row[0]++;
            for (var column = 1; column <= other.Length; column++)
            {
                var replaced = diagonal + (letter == other[column - 1] ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.Min(replaced, Math.Min(row[column], row[column - 1]) + 1);
            }
        }

        return row[^1];
    }
}
