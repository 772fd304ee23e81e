using Jpos.Domain;
using Jpos.Domain.Cards;

namespace Jpos.Api.BackOffice.Cards;

/// <summary>The fields of a member.</summary>
public sealed record MemberInput : IProfileInput<MemberProfile>
{
    /// <summary>The member's name: 1 to 100 letters.</summary>
    [Mandatory]
    public string? Name { get; init; }

    /// <summary>The member's grade, which decides the rate of points; green if omitted.</summary>
    public Grade? Grade { get; init; }

    /// <summary>The gender: 01 male, 02 female, 00 unknown; 00 if omitted.</summary>
    public string? Gender { get; init; }

    /// <summary>The mobile number, 11 digits; none if omitted.</summary>
    public string? Mobile { get; init; }

    /// <summary>The kind of the document, 01 to 07 as on the wire. Omit it together with <see cref="IdNumber"/> to keep the stored document.</summary>
    [NotShown]
    public string? IdType { get; init; }

    /// <summary>The document's full number: 1 to 40 letters, digits, brackets and hyphens.</summary>
    [NotShown]
    public string? IdNumber { get; init; }

    /// <summary>The postal address: at most 200 letters; empty if omitted.</summary>
    public string? Address { get; init; }

    /// <summary>The email address: at most 100 letters; empty if omitted.</summary>
    public string? Email { get; init; }

    public MemberProfile Read(FieldReader fields)
    {
        fields.Check("gender", Gender is null || MemberProfile.IsGender(Gender), FieldErrorText.MustBe("gender", MemberProfile.GenderForm));
        fields.Check("email", MemberProfile.IsEmail(Email ?? ""), FieldErrorText.MustBe("email", MemberProfile.EmailForm));
        return new MemberProfile(fields.Text("name", Name, MemberProfile.LongestName), Grade ?? Domain.Grade.Green)
        {
            Gender = Gender ?? "00",
            Mobile = fields.ReadOptional<MobileNumber>("mobile", Mobile, MobileNumber.TryParse),
            Document = ReadDocument(fields),
            Address = fields.TextOrNone("address", Address, MemberProfile.LongestAddress),
            Email = fields.TextOrNone("email", Email, MemberProfile.LongestEmail),
        };
    }

    private IdentityDocument? ReadDocument(FieldReader fields)
    {
        if (IdType is null && IdNumber is null)
        {
            return null;
        }

        var type = fields.Read<IdentityType>("idType", IdType, IdentityType.TryParse);
        var number = fields.Read<IdentityNumber>("idNumber", IdNumber, IdentityNumber.TryParse);
        var document = new IdentityDocument(type, number);
        fields.Check("idNumber", document.IsSound, FieldErrorText.MustBe("idNumber", IdentityDocument.CitizenForm));
        return document;
    }
}
