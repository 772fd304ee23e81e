namespace Jpos.Domain.Protocol;

/// <summary>
/// How the card and the PIN came into the terminal, <c>consumeType</c>: 1 to 4 digits. With three digits, or four of which the first is 0, it is the POS entry mode of ISO 8583 field 22; anything else says nothing (protocol §1).
/// </summary>
[TextForm("1 to 4 digits")]
public sealed record EntryMode
{
    private EntryMode(string value) => Value = value;

    public string Value { get; }

    /// <summary>The card was swiped, so that a track has to come with the message.</summary>
    public bool IsSwiped => Value.Length == 3 && Value.StartsWith("02", StringComparison.Ordinal);

    /// <summary>A PIN was entered, so that it has to come with the message.</summary>
    public bool HasPin => Value.Length == 3 && Value[2] == '1';

    public static bool TryParse(string? text, [NotNullWhen(true)] out EntryMode? mode)
    {
        mode = Ascii.AreDigits(text, 1, 4) ? new EntryMode(text!.Length == 4 && text[0] == '0' ? text[1..] : text) : null;
        return mode is not null;
    }

    public override string ToString() => Value;
}
