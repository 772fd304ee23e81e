namespace Jpos.Domain.Text;

/// <summary>Numbers in forms, JSON, CSV and settings: ASCII digits without blanks, separators, an exponent, a plus sign or leading zeros.</summary>
public static class NumberText
{
    private const int MostDigits = 18;

    /// <summary>Returns a whole number of at least 0, of at most 18 digits.</summary>
    public static bool TryParseWhole(string? text, out long number)
    {
        number = 0;
        return IsWhole(text) && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }

    /// <summary>Reads a number, with a decimal point before its fraction. It may be below zero only if <paramref name="maySign"/>. Zero has no sign.</summary>
    /// <param name="text">The text.</param>
    /// <param name="maySign">Whether the text may begin with a minus sign.</param>
    /// <param name="number">The number.</param>
    public static bool TryParseDecimal(string? text, bool maySign, out decimal number)
    {
        number = 0;
        if (text is null)
        {
            return false;
        }

        var digits = maySign && text.StartsWith('-') ? text.AsSpan(1) : text.AsSpan();
        var point = digits.IndexOf('.');
        var whole = point < 0 ? digits : digits[..point];
        var fraction = point < 0 ? [] : digits[(point + 1)..];
        return IsWhole(whole)
            && (point < 0 || (fraction.Length is > 0 and <= MostDigits && !fraction.ContainsAnyExceptInRange('0', '9')))
            && decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number)
            && (number != 0 || digits.Length == text.Length);
    }

    private static bool IsWhole(ReadOnlySpan<char> text) =>
        text.Length is > 0 and <= MostDigits && !text.ContainsAnyExceptInRange('0', '9') && (text.Length == 1 || text[0] != '0');
}
