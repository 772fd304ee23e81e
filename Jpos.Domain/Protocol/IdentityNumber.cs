namespace Jpos.Domain.Protocol;

/// <summary>The number of an identity document, <c>idNo</c>: up to 40 ASCII letters, digits, brackets and hyphens. It prints as asterisks.</summary>
[TextForm("1 to 40 letters A to Z, digits, brackets or hyphens")]
public sealed record IdentityNumber
{
    private const int Longest = 40;

    private IdentityNumber(string value) => Value = value;

    /// <summary>The number in capital letters.</summary>
    public string Value { get; }

    /// <summary>Whether it is a citizen number: 18 characters, the last of which is the check character (GB 11643).</summary>
    public bool IsCitizenNumber
    {
        get
        {
            if (Value.Length != 18 || !Ascii.AreDigits(Value.AsSpan(0, 17), 17, 17))
            {
                return false;
            }

            // The weight of each place is 2 to the power of its distance from the end, modulo 11 (ISO 7064, MOD 11-2).
            var sum = 0;
            foreach (var digit in Value.AsSpan(0, 17))
            {
                sum = (sum + digit - '0') * 2 % 11;
            }

            return Value[17] == "10X98765432"[sum];
        }
    }

    public static bool TryParse(string? text, [NotNullWhen(true)] out IdentityNumber? number)
    {
        number = text is { Length: > 0 and <= Longest } && text.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '(' or ')')
            ? new IdentityNumber(text.ToUpperInvariant())
            : null;
        return number is not null;
    }

    /// <exception cref="FormatException">The text is not a document's number.</exception>
    public static IdentityNumber Of(string text) => TryParse(text, out var number) ? number : throw new FormatException("Not a document's number.");

    public override string ToString() => "***";
}
