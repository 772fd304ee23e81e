namespace Jpos.Domain.Protocol;

/// <summary>The number of a terminal's batch, <c>batchNo</c>: 000001 to 999999, then 000001 again (<see href="docs/protocol.md#1-transport">protocol §1</see>, <see href="docs/protocol.md#8-settlement">§8</see>).</summary>
[TextForm("1 to 6 digits, 000001 to 999999")]
public sealed record BatchNumber
{
    private BatchNumber(int value) => Value = value;

    public static BatchNumber First { get; } = new(1);

    public int Value { get; }

    /// <summary>The number of the following batch. After 999999 it is 000001.</summary>
    public BatchNumber Next => Value == 999_999 ? First : new(Value + 1);

    public static bool TryParse(string? text, [NotNullWhen(true)] out BatchNumber? number)
    {
        number = Ascii.IsSixDigitNumber(text, out var value) ? new BatchNumber(value) : null;
        return number is not null;
    }

    /// <exception cref="ArgumentOutOfRangeException">The number is not from 1 to 999999.</exception>
    public static BatchNumber Of(int value) => value is >= 1 and <= 999_999 ? new(value) : throw new ArgumentOutOfRangeException(nameof(value));

    /// <summary>Returns six digits, as on the wire.</summary>
    public override string ToString() => Value.ToString("D6", CultureInfo.InvariantCulture);
}
