namespace Jpos.Domain.Protocol;

/// <summary>A terminal's number, <c>terminalNo</c>, unique in the host: 1 to 8 letters or digits (ISO 8583 field 41; <see href="docs/protocol.md#1-transport">protocol §1</see>).</summary>
[TextForm("1 to 8 letters A to Z or digits")]
public sealed record TerminalNumber
{
    private TerminalNumber(string value) => Value = value;

    public string Value { get; }

    public static bool TryParse(string? text, [NotNullWhen(true)] out TerminalNumber? number)
    {
        number = Ascii.AreLettersOrDigits(text, 1, 8) ? new TerminalNumber(text!) : null;
        return number is not null;
    }

    /// <exception cref="FormatException">The text is not a terminal number.</exception>
    public static TerminalNumber Of(string text) => TryParse(text, out var number) ? number : throw new FormatException("Not a terminal number.");

    public override string ToString() => Value;
}
