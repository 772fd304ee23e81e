namespace Jpos.Domain.Protocol;

/// <summary>The number of a store's operator, <c>operatorNo</c>: 1 to 8 letters or digits (<see href="docs/protocol.md#1-transport">protocol §1</see>).</summary>
[TextForm("1 to 8 letters A to Z or digits")]
public sealed record OperatorNumber
{
    private OperatorNumber(string value) => Value = value;

    public string Value { get; }

    public static bool TryParse(string? text, [NotNullWhen(true)] out OperatorNumber? number)
    {
        number = Ascii.AreLettersOrDigits(text, 1, 8) ? new OperatorNumber(text!) : null;
        return number is not null;
    }

    /// <exception cref="FormatException">The text is not an operator number.</exception>
    public static OperatorNumber Of(string text) => TryParse(text, out var number) ? number : throw new FormatException("Not an operator number.");

    public override string ToString() => Value;
}
