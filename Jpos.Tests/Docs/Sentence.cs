using System.Text.RegularExpressions;

namespace Jpos.Tests.Docs;

/// <summary>A sentence of a page, without its markup. An inline code span and an address each count as one word.</summary>
/// <param name="Line">The line where its paragraph begins.</param>
/// <param name="Text">The sentence.</param>
internal sealed partial record Sentence(int Line, string Text)
{
    /// <summary>The number of words: parts between blanks, dashes and slashes that have a letter or a digit.</summary>
    public int Words { get; } = Separator().Split(Text).Count(part => part.Any(char.IsLetterOrDigit));

    /// <summary>Splits a paragraph after each full stop, question mark or exclamation mark that a capital, a digit or a bracket follows.</summary>
    public static IEnumerable<Sentence> Of(int line, string paragraph)
    {
        var start = 0;
        foreach (var end in End().Matches(paragraph).Where(end => !Abbreviation().IsMatch(paragraph[..(end.Index + 1)])))
        {
            yield return new Sentence(line, paragraph[start..(end.Index + end.Length)].Trim());
            start = end.Index + end.Length;
        }

        if (paragraph[start..].Trim() is { Length: > 0 } last)
        {
            yield return new Sentence(line, last);
        }
    }

    /// <summary>Returns the middle of the lengths; the mean of the middle two if their number is even.</summary>
    public static double MedianOf(IEnumerable<Sentence> sentences)
    {
        var lengths = sentences.Select(sentence => sentence.Words).Order().ToList();
        return lengths.Count == 0 ? 0 : (lengths[(lengths.Count - 1) / 2] + lengths[lengths.Count / 2]) / 2.0;
    }

    [GeneratedRegex(@"[\s—–/…]+")]
    private static partial Regex Separator();

    [GeneratedRegex("""[.!?][)"”’']*\s+(?=["“(\[]?[A-Z0-9])""")]
    private static partial Regex End();

    [GeneratedRegex(@"\b(e\.g|i\.e|etc|vs|cf)\.$", RegexOptions.IgnoreCase)]
    private static partial Regex Abbreviation();
}
