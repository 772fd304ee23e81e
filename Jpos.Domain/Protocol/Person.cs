using System.Diagnostics.CodeAnalysis;
using Jpos.Domain.TextForms;

namespace Jpos.Domain.Protocol;

/// <summary>A mobile number, <c>mobileNo</c>: 11 digits, the first 1, the second 3 to 9 (protocol §1). It prints masked.</summary>
[WrittenAs("11 digits, the first 1, the second 3 to 9")]
public sealed record MobileNumber
{
    private MobileNumber(string value) => Value = value;

    public string Value { get; }

    public static bool TryParse(string? text, [NotNullWhen(true)] out MobileNumber? number)
    {
        number = Ascii.AreDigits(text, 11, 11) && text![0] == '1' && text[1] >= '3' ? new MobileNumber(text) : null;
        return number is not null;
    }

    /// <exception cref="FormatException">The text is not a mobile number.</exception>
    public static MobileNumber Of(string text) => TryParse(text, out var number) ? number : throw new FormatException("Not a mobile number.");

    public override string ToString() => $"{Value[..3]}****{Value[7..]}";
}

/// <summary>The kind of an identity document, <c>idType</c>: 01 identity card, 02 officer, 03 student, 04 driver, 05 passport, 06 Hong Kong and Macau permit, 07 other.</summary>
[WrittenAs("one of: 01, 02, 03, 04, 05, 06, 07")]
public sealed record IdentityType
{
    private IdentityType(string value) => Value = value;

    public string Value { get; }

    public static IdentityType IdentityCard { get; } = new("01");

    public bool IsIdentityCard => this == IdentityCard;

    public static bool TryParse(string? text, [NotNullWhen(true)] out IdentityType? type)
    {
        type = text is ['0', >= '1' and <= '7'] ? new IdentityType(text) : null;
        return type is not null;
    }

    public override string ToString() => Value;
}

/// <summary>The number of an identity document, <c>idNo</c>: up to 40 ASCII letters, digits, brackets and hyphens. It prints as asterisks.</summary>
[WrittenAs("1 to 40 letters A to Z, digits, brackets or hyphens")]
public sealed record IdentityNumber
{
    private const int Longest = 40;

    private IdentityNumber(string value) => Value = value;

    /// <summary>In capitals.</summary>
    public string Value { get; }

    /// <summary>It is a citizen's number: 18 characters of which the last is its check character (GB 11643).</summary>
    public bool IsCitizenNumber
    {
        get
        {
            if (Value.Length != 18 || !Ascii.AreDigits(Value.AsSpan(0, 17), 17, 17))
            {
                return false;
            }

            // Each place weighs 2 to the power of its distance from the end, modulo 11 (ISO 7064, MOD 11-2).
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

/// <summary>What a member was sent and now sends back, <c>verifyCode</c>: 6 digits. It prints as asterisks.</summary>
[WrittenAs("6 digits")]
public sealed record VerifyCodeText
{
    public const int Length = 6;

    private VerifyCodeText(string value) => Value = value;

    public string Value { get; }

    public static bool TryParse(string? text, [NotNullWhen(true)] out VerifyCodeText? code)
    {
        code = Ascii.AreDigits(text, Length, Length) ? new VerifyCodeText(text!) : null;
        return code is not null;
    }

    public override string ToString() => "***";
}
