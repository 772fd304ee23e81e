namespace Jpos.Domain.Protocol;

/// <summary>A terminal's number of a message, <c>traceNo</c>: 000001 to 999999, then 000001 again (<see href="docs/protocol.md#1-transport">protocol §1</see>).</summary>
[TextForm("1 to 6 digits, 000001 to 999999")]
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

    /// <summary>Returns six digits, as on the wire.</summary>
    public override string ToString() => Value.ToString("D6", CultureInfo.InvariantCulture);
}
