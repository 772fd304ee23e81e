using System.Diagnostics.CodeAnalysis;
using Jpos.Domain.Text;

namespace Jpos.Application.BackOffice.Imports;

/// <summary>The member's columns of a row: all columns of a member import, some columns of a card import.</summary>
internal static class MemberImportRow
{
    public static readonly ImportColumns Columns = new(["name"], ["grade", "gender", "mobile", "idType", "idNumber", "address", "email"]);

    /// <returns>The member, which is valid only if the reader has no errors.</returns>
    public static MemberProfile Read(ImportRow line, LineReader reader)
    {
        var grade = Grade.Green;
        reader.Require("grade", line["grade"] is not { } named || (EnumNames.TryParse(named, out grade)), FieldErrorText.MustBe("it", FieldErrorText.OneOf(EnumNames.All<Grade>())));
        reader.Require("gender", reader.TwoDigits("gender") is not { } gender || MemberProfile.IsGender(gender), FieldErrorText.MustBe("it", MemberProfile.GenderForm));
        reader.Require("name", !string.IsNullOrWhiteSpace(line["name"]), FieldErrorText.Missing("it"));
        var email = reader.Text("email", MemberProfile.LongestEmail);
        reader.Require("email", MemberProfile.IsEmail(email), FieldErrorText.MustBe("it", MemberProfile.EmailForm));
        return new MemberProfile(reader.Text("name", MemberProfile.LongestName), grade)
        {
            Gender = reader.TwoDigits("gender") ?? "00",
            Mobile = reader.ReadOptional<MobileNumber>("mobile", MobileNumber.TryParse),
            Document = ReadDocument(line, reader),
            Address = reader.Text("address", MemberProfile.LongestAddress),
            Email = email,
        };
    }

    private static IdentityDocument? ReadDocument(ImportRow line, LineReader reader)
    {
        if (line["idType"] is null && line["idNumber"] is null)
        {
            return null;
        }

        var (type, number) = (reader.Read<IdentityType>("idType", (string? _, [NotNullWhen(true)] out IdentityType? type) => IdentityType.TryParse(reader.TwoDigits("idType"), out type)), reader.Read<IdentityNumber>("idNumber", IdentityNumber.TryParse));
        if (type is null || number is null)
        {
            return null;
        }

        var document = new IdentityDocument(type, number);
        reader.Require("idNumber", document.IsSound, FieldErrorText.MustBe("it", IdentityDocument.CitizenForm));
        return document;
    }
}
