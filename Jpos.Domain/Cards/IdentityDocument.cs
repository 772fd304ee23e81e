namespace Jpos.Domain.Cards;

/// <summary>What somebody can show who they are by.</summary>
public sealed record IdentityDocument(IdentityType Type, IdentityNumber Number)
{
    /// <summary>What the number on an identity card is.</summary>
    public const string CitizenForm = "a citizen's number of 18 characters, the last of them its check character, where the type is 01";

    /// <summary>An identity card has a citizen's number.</summary>
    public bool IsSound => (Type, Number) is not ({ IsIdentityCard: true }, { IsCitizenNumber: false });
}
