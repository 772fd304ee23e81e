namespace Jpos.Domain.Protocol;

/// <summary>A verify code as a terminal sends it, <c>verifyCode</c>: 6 digits. It prints as asterisks.</summary>
[TextForm("6 digits")]
public sealed record VerifyCodeText
{
    public const int Length = 6;

    private VerifyCodeText(string value) => Value = value;

    public string Value { get; }

    public static bool TryParse(string? text, [NotNullWhen(true)] out VerifyCodeText? code)
    {
        code = Ascii.AreDigits(text, Length, Length) ? new VerifyCodeText(text!) : null;
        return code is not null;
    }

    public override string ToString() => "***";
}
