using Jpos.Domain;
using Jpos.Domain.Cards;

namespace Jpos.Api.BackOffice.Cards;

/// <summary>What is to be said of a member.</summary>
public sealed record MemberInput : IProfileInput<MemberProfile>
{
    /// <summary>Their name: 1 to 100 letters.</summary>
    public string? Name { get; init; }

    /// <summary>By which they earn; green if left out.</summary>
    public Grade? Grade { get; init; }

    /// <summary>01 male, 02 female, 00 unknown; 00 if left out.</summary>
    public string? Gender { get; init; }

    /// <summary>Their mobile, 11 digits; none if left out.</summary>
    public string? Mobile { get; init; }

    /// <summary>The kind of their document, 01 to 07 as on the wire. Left out together with <see cref="IdNumber"/>: a document that is known stays.</summary>
    [NotShown]
    public string? IdType { get; init; }

    /// <summary>The document's whole number: 1 to 40 letters, digits, brackets and hyphens.</summary>
    [NotShown]
    public string? IdNumber { get; init; }

    /// <summary>Where they live: at most 200 letters; nothing if left out.</summary>
    public string? Address { get; init; }

    /// <summary>Where they get mail: at most 100 letters; nothing if left out.</summary>
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
