using System.Text;

namespace Jpos.Domain.Cards;

/// <summary>Finds card numbers in texts that people write. A number is a card number if a product's length, prefix and check digit say so, or if a card has it, whatever the rules were when it was issued: another serial number or telephone number is none.</summary>
public static class CardNumberSearch
{
    private const int DigitsInGroup = 4;

    /// <summary>Returns whether a text has enough digits for a card number: without them nobody has to ask the card products.</summary>
    public static bool MayHold(string text) => text.Count(char.IsDigit) >= NumberLengths.Shortest;

    /// <summary>Returns whether a text holds a card number, its digits in one run or in groups of four with single blanks or hyphens between them, as it is embossed. Full-width digits, as Chinese keyboards write them, are digits too.</summary>
    public static bool Holds(string text, IReadOnlyCollection<CardNumberRule> rules) => Digits(text.Normalize(NormalizationForm.FormKC)).Any(digits => rules.Any(rule => rule.Matches(digits)));

    /// <summary>Returns the digits of a text, written as <see cref="Holds"/> says, that may be the number of a card: by their length.</summary>
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
