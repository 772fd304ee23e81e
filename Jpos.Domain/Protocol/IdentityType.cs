namespace Jpos.Domain.Protocol;

/// <summary>The type of an identity document, <c>idType</c>: 01 identity card, 02 officer, 03 student, 04 driver, 05 passport, 06 Hong Kong and Macau permit, 07 other.</summary>
[TextForm("one of: 01, 02, 03, 04, 05, 06, 07")]
public sealed record IdentityType
{
    private IdentityType(string value) => Value = value;

    public string Value { get; }

    public static IdentityType IdentityCard { get; } = new("01");

    public bool IsIdentityCard => this == IdentityCard;

    public static bool TryParse(string? text, [NotNullWhen(true)] out IdentityType? type)
    {
        type = text is ['0', >= '1' and <= '7'] ? new IdentityType(text) : null;
        return type is not null;
    }

    public override string ToString() => Value;
}
