namespace Jpos.Domain.Cards;

/// <summary>The identity document of a member.</summary>
public sealed record IdentityDocument(IdentityType Type, IdentityNumber Number)
{
    /// <summary>The form of the number of an identity card, for error texts.</summary>
    public const string CitizenForm = "a citizen number of 18 characters with a correct check character, if the type is 01";

    /// <summary>Whether the number fits the type: an identity card needs a citizen number.</summary>
    public bool IsSound => (Type, Number) is not ({ IsIdentityCard: true }, { IsCitizenNumber: false });
}
