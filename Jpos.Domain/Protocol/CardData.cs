using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Jpos.Domain.TextForms;

namespace Jpos.Domain.Protocol;

/// <summary>A card's number, <c>cardNo</c>: 12 to 19 digits (protocol §1). It prints masked, its first 6 and last 4 digits only (§9).</summary>
[WrittenAs("12 to 19 digits")]
public sealed record CardNumber
{
    private CardNumber(string value) => Value = value;

    /// <summary>The whole number, for the card table and the wire only.</summary>
    public string Value { get; }

    /// <summary>First 6 and last 4 digits, the rest hidden: the form for logs and the journal.</summary>
    public string Masked => string.Concat(Value.AsSpan(0, 6), new string('*', Value.Length - 10), Value.AsSpan(Value.Length - 4));

    /// <summary>Whether the last digit is a Luhn check digit. Whether it has to be is the card product's rule.</summary>
    public bool HasCheckDigit => Ascii.HasLuhnCheckDigit(Value);

    public static bool TryParse(string? text, [NotNullWhen(true)] out CardNumber? number)
    {
        number = Ascii.AreDigits(text, 12, 19) ? new CardNumber(text!) : null;
        return number is not null;
    }

    /// <exception cref="FormatException">The text is not a card number.</exception>
    public static CardNumber Of(string text) => TryParse(text, out var number) ? number : throw new FormatException("Not a card number.");

    /// <summary>Numbers of the same length that follow each other, this one first; null if there are not so many.</summary>
    /// <param name="count">How many.</param>
    /// <param name="withCheckDigits">Each ends in a Luhn check digit, as this one does; what is before it follows each other.</param>
    public IReadOnlyList<CardNumber>? Range(int count, bool withCheckDigits)
    {
        var body = withCheckDigits ? Value[..^1] : Value;
        var first = ulong.Parse(body, CultureInfo.InvariantCulture);
        var texts = Enumerable.Range(0, count).Select(step => (first + (ulong)step).ToString($"D{body.Length}", CultureInfo.InvariantCulture)).ToList();
        return texts[^1].Length > body.Length ? null : [.. texts.Select(text => new CardNumber(withCheckDigits ? WithCheckDigit(text) : text))];
    }

    public override string ToString() => Masked;

    private static string WithCheckDigit(string body) => Enumerable.Range(0, 10).Select(digit => $"{body}{digit}").First(number => Ascii.HasLuhnCheckDigit(number));
}

/// <summary>
/// What the magnetic stripe's second track says, <c>track2</c>: card number, a separator (<c>=</c>, <c>D</c> or <c>d</c>), YYMM, and up to 37 characters in all (protocol §1). Never stored; it prints as asterisks (§9).
/// </summary>
[WrittenAs("a card number, =, YYMM and further digits, 37 characters at most")]
public sealed record Track2
{
    private const int LongestTrack = 37;

    private Track2(CardNumber card, DateOnly? expiresOn)
    {
        Card = card;
        ExpiresOn = expiresOn;
    }

    public CardNumber Card { get; }

    /// <summary>The last day of the month YYMM; null for <c>0000</c>, a card that does not expire.</summary>
    public DateOnly? ExpiresOn { get; }

    public static bool TryParse(string? text, [NotNullWhen(true)] out Track2? track)
    {
        track = null;
        var separator = text?.IndexOfAny(['=', 'D', 'd']) ?? -1;
        if (separator < 0
            || text!.Length > LongestTrack
            || !CardNumber.TryParse(text[..separator], out var card)
            || !Ascii.AreDigits(text.AsSpan(separator + 1), 4, LongestTrack)
            || !TryParseExpiry(text.AsSpan(separator + 1, 4), out var expiresOn))
        {
            return false;
        }

        track = new Track2(card, expiresOn);
        return true;
    }

    public override string ToString() => "***";

    private static bool TryParseExpiry(ReadOnlySpan<char> yearAndMonth, out DateOnly? expiresOn)
    {
        var year = 2000 + int.Parse(yearAndMonth[..2], NumberStyles.None, CultureInfo.InvariantCulture);
        var month = int.Parse(yearAndMonth[2..], NumberStyles.None, CultureInfo.InvariantCulture);
        expiresOn = month is >= 1 and <= 12 ? new DateOnly(year, month, DateTime.DaysInMonth(year, month)) : null;
        return expiresOn is not null || yearAndMonth is "0000";
    }
}

/// <summary>What the third track says, <c>track3</c>: up to 104 digits, <c>=</c> and <c>D</c> (protocol §1). Never stored, never printed (§9).</summary>
[WrittenAs("1 to 104 digits, = or D")]
public sealed record Track3
{
    private Track3()
    {
    }

    public static bool TryParse(string? text, [NotNullWhen(true)] out Track3? track)
    {
        track = text is { Length: > 0 and <= 104 } && text.All(character => char.IsAsciiDigit(character) || character is '=' or 'D' or 'd') ? new Track3() : null;
        return track is not null;
    }

    public override string ToString() => "***";
}

/// <summary>
/// An encrypted PIN, <c>password</c>: 8 bytes (DES and 3DES) or 16 (AES and SM4), in hexadecimal (protocol §1, §9). Never stored; it prints as asterisks.
/// </summary>
[WrittenAs("16 or 32 hexadecimal digits")]
public sealed class PinBlock
{
    private readonly byte[] bytes;

    private PinBlock(byte[] bytes) => this.bytes = bytes;

    public ReadOnlySpan<byte> Bytes => bytes;

    public static bool TryParse(string? text, [NotNullWhen(true)] out PinBlock? block)
    {
        block = text is { Length: 16 or 32 } && text.All(char.IsAsciiHexDigit) ? new PinBlock(Convert.FromHexString(text)) : null;
        return block is not null;
    }

    public override string ToString() => "***";
}
