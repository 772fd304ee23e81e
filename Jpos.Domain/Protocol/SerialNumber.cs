namespace Jpos.Domain.Protocol;

/// <summary>The host's number of a transaction, <c>serialNo</c>: 12 digits, unique in the host (ISO 8583 field 37; <see href="docs/protocol.md#1-transport">protocol §1</see>).</summary>
[TextForm("12 digits")]
public sealed record SerialNumber
{
    /// <summary>The number of digits, with leading zeros.</summary>
    public const int Digits = 12;

    private const long Largest = 999_999_999_999;

    private SerialNumber(long value) => Value = value;

    public long Value { get; }

    public static bool TryParse(string? text, [NotNullWhen(true)] out SerialNumber? number)
    {
        number = Ascii.AreDigits(text, Digits, Digits) ? new SerialNumber(long.Parse(text!, NumberStyles.None, CultureInfo.InvariantCulture)) : null;
        return number is not null;
    }

    /// <exception cref="ArgumentOutOfRangeException">The number does not fit 12 digits.</exception>
    public static SerialNumber Of(long value) => value is >= 0 and <= Largest ? new(value) : throw new ArgumentOutOfRangeException(nameof(value));

    /// <summary>Returns twelve digits, as on the wire.</summary>
    public override string ToString() => Value.ToString("D12", CultureInfo.InvariantCulture);
}
