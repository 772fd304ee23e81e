using System.Text;

namespace Jpos.Domain.Cards;

/// <summary>Finds card numbers in free text. A number is a card number if the length, prefix and check digit of a product match, or if a card has it under any earlier rule. Other serial or telephone numbers are not.</summary>
public static class CardNumberSearch
{
    private const int DigitsInGroup = 4;

    /// <summary>Returns whether a text has enough digits for a card number. If not, the card products need not be read.</summary>
    public static bool MayHold(string text) => text.Count(char.IsDigit) >= NumberLengths.Shortest;

    /// <summary>Returns whether a text holds a card number: its digits together, or in groups of four with single blanks or hyphens between them, as embossed. Full-width digits of Chinese keyboards count as digits.</summary>
    public static bool Holds(string text, IReadOnlyCollection<CardNumberRule> rules) => Digits(text.Normalize(NormalizationForm.FormKC)).Any(digits => rules.Any(rule => rule.Matches(digits)));

    /// <summary>Returns the digit sequences of a text, as <see cref="Holds"/> reads them, that have the length of a card number.</summary>
    public static IEnumerable<CardNumber> Candidates(string text) =>
        Digits(text.Normalize(NormalizationForm.FormKC)).Select(digits => CardNumber.TryParse(digits, out var number) ? number : null).OfType<CardNumber>();

    private static IEnumerable<string> Digits(string text)
    {
        var runs = Runs(text);
        for (var first = 0; first < runs.Count; first++)
        {
            var digits = text[runs[first].Start..runs[first].End];
            yield return digits;
            for (var last = first + 1; last < runs.Count && runs[last - 1].Length == DigitsInGroup && IsJoined(text, runs[last - 1].End, runs[last].Start); last++)
            {
                digits += text[runs[last].Start..runs[last].End];
                yield return digits;
            }
        }
    }

    private static List<Run> Runs(string text)
    {
        var runs = new List<Run>();
        for (var start = 0; start < text.Length; start++)
        {
            var end = start;
            while (end < text.Length && char.IsAsciiDigit(text[end]))
            {
                end++;
            }

            if (end > start)
            {
                runs.Add(new Run(start, end));
                start = end;
            }
        }

        return runs;
    }

    private static bool IsJoined(string text, int end, int start) => start == end + 1 && text[end] is (' ' or '-');

    private readonly record struct Run(int Start, int End)
    {
        public int Length => End - Start;
    }
}
