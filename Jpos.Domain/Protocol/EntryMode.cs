namespace Jpos.Domain.Protocol;

/// <summary>
/// The way in which the terminal got the card and the PIN, <c>consumeType</c>: 1 to 4 digits. Three digits, or four with a leading 0, are the POS entry mode of ISO 8583 field 22. Other values have no meaning (<see href="docs/protocol.md#1-transport">protocol §1</see>).
/// </summary>
[TextForm("1 to 4 digits")]
public sealed record EntryMode
{
    private EntryMode(string value) => Value = value;

    public string Value { get; }

    /// <summary>Whether the card was swiped, so the message must contain a track.</summary>
    public bool IsSwiped => Value.Length == 3 && Value.StartsWith("02", StringComparison.Ordinal);

    /// <summary>Whether a PIN was entered, so the message must contain it.</summary>
    public bool HasPin => Value.Length == 3 && Value[2] == '1';

    public static bool TryParse(string? text, [NotNullWhen(true)] out EntryMode? mode)
    {
        mode = Ascii.AreDigits(text, 1, 4) ? new EntryMode(text!.Length == 4 && text[0] == '0' ? text[1..] : text) : null;
        return mode is not null;
    }

    public override string ToString() => Value;
}
