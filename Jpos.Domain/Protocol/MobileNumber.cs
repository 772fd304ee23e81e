namespace Jpos.Domain.Protocol;

/// <summary>A mobile number, <c>mobileNo</c>: 11 digits, the first 1, the second 3 to 9 (<see href="docs/protocol.md#1-transport">protocol §1</see>). It prints masked.</summary>
[TextForm("11 digits, the first 1, the second 3 to 9")]
public sealed record MobileNumber
{
    private MobileNumber(string value) => Value = value;

    public string Value { get; }

    public static bool TryParse(string? text, [NotNullWhen(true)] out MobileNumber? number)
    {
        number = Ascii.AreDigits(text, 11, 11) && text![0] == '1' && text[1] >= '3' ? new MobileNumber(text) : null;
        return number is not null;
    }

    /// <exception cref="FormatException">The text is not a mobile number.</exception>
    public static MobileNumber Of(string text) => TryParse(text, out var number) ? number : throw new FormatException("Not a mobile number.");

    public override string ToString() => $"{Value[..3]}****{Value[7..]}";
}
