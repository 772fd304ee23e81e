namespace Jpos.Domain.Cards;

/// <summary>The customer to whom a card belongs. Codes are stored as in the name dictionary of the interface document. Unknown values are empty.</summary>
public sealed class Member
{
    private Member()
    {
    }

    /// <param name="id">The id, unique in the host.</param>
    /// <param name="profile">The fields.</param>
    public Member(long id, MemberProfile profile)
    {
        Id = id;
        Change(profile);
    }

    public long Id { get; private set; }

    public string Name { get; private set; } = "";

    public Grade Grade { get; private set; }

    /// <inheritdoc cref="MemberProfile.Gender"/>
    public string Gender { get; private set; } = "";

    /// <summary>01 identity card, 02 officer, 03 student, 04 driver, 05 passport, 06 Hong Kong and Macau permit, 07 other; empty if unknown.</summary>
    public string IdType { get; private set; } = "";

    public string IdNumber { get; private set; } = "";

    public string MobileNumber { get; private set; } = "";

    public string Address { get; private set; } = "";

    public string Email { get; private set; } = "";

    /// <summary>Changes the member. Without a document in the profile, the stored one stays.</summary>
    public void Change(MemberProfile profile)
    {
        (Name, Grade, Gender, MobileNumber, Address, Email) = (profile.Name, profile.Grade, profile.Gender, profile.Mobile?.Value ?? "", profile.Address, profile.Email);
        (IdType, IdNumber) = profile.Document is { } document ? (document.Type.Value, document.Number.Value) : (IdType, IdNumber);
    }

    /// <summary>Returns whether a document contradicts the stored one. An unknown document contradicts nothing.</summary>
    public bool Contradicts(IdentityType type, IdentityNumber? number) =>
        number is not null && IdNumber.Length > 0 && (IdType != type.Value || IdNumber != number.Value);

    /// <summary>Binds a mobile number, and a document if there is one.</summary>
    public void Bind(MobileNumber mobile, IdentityType type, IdentityNumber? number)
    {
        MobileNumber = mobile.Value;
        if (number is not null)
        {
            IdType = type.Value;
            IdNumber = number.Value;
        }
    }
}
