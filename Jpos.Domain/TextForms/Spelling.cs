namespace Jpos.Domain.TextForms;

/// <summary>Finds what somebody may have meant by a name that does not exist.</summary>
public static class Spelling
{
    /// <summary>Returns the name with the fewest letters to change, without regard to case, hyphens and underscores; null if none is near.</summary>
    public static string? Nearest(string text, IEnumerable<string> names)
    {
        var plain = Plain(text);
        return names
            .Select(name => (Name: name, Distance: Distance(plain, Plain(name))))
            .Where(name => name.Distance <= Math.Max(1, Math.Min(plain.Length, name.Name.Length) / 2))
            .OrderBy(name => name.Distance)
            .Select(name => name.Name)
            .FirstOrDefault();
    }

    private static string Plain(string text) => new([.. text.Take(100).Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);

    /// <summary>The edit distance of Levenshtein, in which two letters that changed places count once.</summary>
    private static int Distance(string left, string right)
    {
        var costs = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
        {
            for (var j = 0; j <= right.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    costs[i, j] = i + j;
                    continue;
                }

                var changed = costs[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                costs[i, j] = Math.Min(changed, Math.Min(costs[i - 1, j], costs[i, j - 1]) + 1);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    costs[i, j] = Math.Min(costs[i, j], costs[i - 2, j - 2] + 1);
                }
            }
        }

        return costs[left.Length, right.Length];
    }
}
