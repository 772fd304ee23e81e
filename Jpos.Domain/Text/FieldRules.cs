using System.Buffers;
using System.Text;

namespace Jpos.Domain.Text;

/// <summary>The rules for texts and amounts from any source.</summary>
public static class FieldRules
{
    /// <summary>The largest amount, as on the wire (<see href="docs/protocol.md#1-transport">protocol §1</see>).</summary>
    public const decimal LargestAmount = 9_999_999_999.99m;

    /// <summary>Characters that are letters or marks by category but invisible: the grapheme joiner, Hangul fillers, inherent vowels of Khmer, Mongolian selectors and the empty braille pattern.</summary>
    private static readonly SearchValues<char> Empty = SearchValues.Create("\u034F\u115F\u1160\u17B4\u17B5\u180B\u180C\u180D\u180F\u2800\u3164\uFFA0");

    /// <summary>Returns whether a number is an amount of money or points, with at most two decimal places.</summary>
    public static bool IsAmount(decimal amount) => amount is >= 0 and <= LargestAmount && decimal.Round(amount, 2) == amount;

    /// <summary>Returns the number of letters in a text. A letter outside the basic plane, such as 𠮷, counts once.</summary>
    public static int Letters(string text) => text.EnumerateRunes().Count();

    /// <summary>Returns whether a text is one readable line: not too long, and with visible characters only.</summary>
    /// <param name="text">The text.</param>
    /// <param name="longest">The largest number of letters.</param>
    public static bool IsText(string text, int longest) => text.Length <= 2 * longest && Letters(text) <= longest && IsVisible(text);

    /// <summary>Returns whether a text has no control or format characters, no invisible characters, no line breaks and no half of a surrogate pair.</summary>
    public static bool IsVisible(string text)
    {
        var rest = text.AsSpan();
        while (!rest.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(rest, out var rune, out var length) is not OperationStatus.Done || IsHidden(rune))
            {
                return false;
            }

            rest = rest[length..];
        }

        return true;
    }

    private static bool IsHidden(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        || (rune.IsBmp && Empty.Contains((char)rune.Value));
}
