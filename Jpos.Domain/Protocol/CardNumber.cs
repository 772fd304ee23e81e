namespace Jpos.Domain.Protocol;

/// <summary>A card's number, <c>cardNo</c>: 12 to 19 digits (<see href="docs/protocol.md#1-transport">protocol §1</see>). It prints masked, with its first 6 and last 4 digits only (<see href="docs/protocol.md#9-keys-mac-and-pin">§9</see>).</summary>
[TextForm("12 to 19 digits")]
public sealed record CardNumber
{
    private CardNumber(string value) => Value = value;

    /// <summary>The whole number, for the card table and the wire only.</summary>
    public string Value { get; }

    /// <summary>The first 6 and last 4 digits, the rest hidden: the form for logs and the journal.</summary>
    public string Masked => string.Concat(Value.AsSpan(0, 6), new string('*', Value.Length - 10), Value.AsSpan(Value.Length - 4));

    /// <summary>Whether the last digit is a Luhn check digit. The card product decides whether it must be one.</summary>
    public bool HasCheckDigit => Ascii.HasLuhnCheckDigit(Value);

    public static bool TryParse(string? text, [NotNullWhen(true)] out CardNumber? number)
    {
        number = Ascii.AreDigits(text, 12, 19) ? new CardNumber(text!) : null;
        return number is not null;
    }

    /// <exception cref="FormatException">The text is not a card number.</exception>
    public static CardNumber Of(string text) => TryParse(text, out var number) ? number : throw new FormatException("Not a card number.");

    /// <summary>Returns consecutive numbers of the same length, this one first; null if there are not enough.</summary>
    /// <param name="count">The number of card numbers.</param>
    /// <param name="withCheckDigits">Whether each ends with a Luhn check digit, as this one does. The digits before it are then consecutive.</param>
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
