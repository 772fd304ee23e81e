namespace Jpos.Domain.Protocol;

/// <summary>A count in a settle: up to 9 digits, also in the form of an amount without a fraction, <c>5.00</c> (<see href="docs/protocol.md#1-transport">protocol §1</see>).</summary>
[TextForm("a whole number of 1 to 9 digits")]
public sealed record Count
{
    private Count(int value) => Value = value;

    public int Value { get; }

    public static bool TryParse(string? text, [NotNullWhen(true)] out Count? count)
    {
        var whole = text is null ? "" : text.EndsWith(".00", StringComparison.Ordinal) ? text[..^3] : text.EndsWith(".0", StringComparison.Ordinal) ? text[..^2] : text;
        count = Ascii.AreDigits(whole, 1, 9) ? new Count(int.Parse(whole, NumberStyles.None, CultureInfo.InvariantCulture)) : null;
        return count is not null;
    }
}
