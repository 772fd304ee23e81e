using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Jpos.Domain.TextForms;

namespace Jpos.Domain.Protocol;

/// <summary>A terminal's number of a message, <c>traceNo</c>: 000001 to 999999, after which it begins again (protocol §1).</summary>
[WrittenAs("1 to 6 digits, 000001 to 999999")]
public sealed record TraceNumber
{
    private TraceNumber(int value) => Value = value;

    public int Value { get; }

    public static bool TryParse(string? text, [NotNullWhen(true)] out TraceNumber? number)
    {
        number = Ascii.IsSixDigitNumber(text, out var value) ? new TraceNumber(value) : null;
        return number is not null;
    }

    /// <exception cref="ArgumentOutOfRangeException">The number is not from 1 to 999999.</exception>
    public static TraceNumber Of(int value) => value is >= 1 and <= 999_999 ? new(value) : throw new ArgumentOutOfRangeException(nameof(value));

    /// <summary>Six digits, as on the wire.</summary>
    public override string ToString() => Value.ToString("D6", CultureInfo.InvariantCulture);
}

/// <summary>The number of a terminal's batch, <c>batchNo</c>: 000001 to 999999, after which it begins again (protocol §1, §8).</summary>
[WrittenAs("1 to 6 digits, 000001 to 999999")]
public sealed record BatchNumber
{
    private BatchNumber(int value) => Value = value;

    public static BatchNumber First { get; } = new(1);

    public int Value { get; }

    /// <summary>The number of the batch that follows: after 999999 comes 000001.</summary>
    public BatchNumber Next => Value == 999_999 ? First : new(Value + 1);

    public static bool TryParse(string? text, [NotNullWhen(true)] out BatchNumber? number)
    {
        number = Ascii.IsSixDigitNumber(text, out var value) ? new BatchNumber(value) : null;
        return number is not null;
    }

    /// <exception cref="ArgumentOutOfRangeException">The number is not from 1 to 999999.</exception>
    public static BatchNumber Of(int value) => value is >= 1 and <= 999_999 ? new(value) : throw new ArgumentOutOfRangeException(nameof(value));

    /// <summary>Six digits, as on the wire.</summary>
    public override string ToString() => Value.ToString("D6", CultureInfo.InvariantCulture);
}

/// <summary>The host's number of a transaction, <c>serialNo</c>: 12 digits, unique in the host (ISO 8583 field 37; protocol §1).</summary>
[WrittenAs("12 digits")]
public sealed record SerialNumber
{
    /// <summary>How many digits it has, with leading zeros.</summary>
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

    /// <summary>Twelve digits, as on the wire.</summary>
    public override string ToString() => Value.ToString("D12", CultureInfo.InvariantCulture);
}
