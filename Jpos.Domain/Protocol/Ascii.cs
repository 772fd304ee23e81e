namespace Jpos.Domain.Protocol;

/// <summary>The alphabets of the field table (<see href="docs/protocol.md#1-transport">protocol §1</see>). They are ASCII only; other Unicode digits and letters do not count.</summary>
internal static class Ascii
{
    public static bool AreDigits(ReadOnlySpan<char> text, int least, int most) =>
        text.Length >= least && text.Length <= most && !text.ContainsAnyExceptInRange('0', '9');

    public static bool AreLettersOrDigits(string? text, int least, int most) =>
        text is not null && text.Length >= least && text.Length <= most && text.All(char.IsAsciiLetterOrDigit);

    /// <summary>Reads a number of 1 to 6 digits that is not zero: the form of trace and batch numbers.</summary>
    public static bool IsSixDigitNumber(string? text, out int number)
    {
        number = 0;
        return AreDigits(text, 1, 6) && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number > 0;
    }

    /// <summary>Returns whether the last digit is the Luhn check digit of the digits before it (ISO/IEC 7812-1).</summary>
    public static bool HasLuhnCheckDigit(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var position = 0; position < digits.Length; position++)
        {
            var digit = digits[digits.Length - 1 - position] - '0';
            if (position % 2 == 1)
            {
                digit = digit > 4 ? (digit * 2) - 9 : digit * 2;
            }

            sum += digit;
        }

        return sum % 10 == 0;
    }
}
