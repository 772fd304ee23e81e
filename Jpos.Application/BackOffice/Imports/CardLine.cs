using Jpos.Domain;
using Jpos.Domain.Cards;
using Jpos.Domain.Protocol;

namespace Jpos.Application.BackOffice.Imports;

/// <summary>What a line of cards says.</summary>
/// <param name="Number">The card's number.</param>
/// <param name="Product">The id of its product.</param>
/// <param name="ExpiresOn">The last day on which it may be used; null for one that does not expire.</param>
/// <param name="OpeningBalance">Points that it brings along.</param>
/// <param name="Member">The id of whom it belongs to; null if that is not said so.</param>
/// <param name="SameMemberAs">A card that came before, whose member it belongs to; null if that is not said so.</param>
/// <param name="NewMember">Somebody new whom it belongs to; null if that is not said so.</param>
internal sealed record CardLine(
    CardNumber Number, long Product, DateOnly? ExpiresOn, Points OpeningBalance, long? Member, CardNumber? SameMemberAs, MemberProfile? NewMember)
{
    public static readonly ImportColumns Columns = new(["number", "product"], ["openingBalance", "expiresOn", "member", "sameMemberAs", .. OfNewMember]);

    /// <summary>A line that has anything in these columns tells of a new member.</summary>
    private static string[] OfNewMember => ["name", "grade", "gender", "mobile", "idType", "idNumber", "address", "email"];

    /// <returns>Null if the line does not do: the reader has why.</returns>
    public static CardLine? Read(FileLine line, LineReader reader)
    {
        if (reader.Any)
        {
            return null;
        }

        var number = reader.Read<CardNumber>("number", CardNumber.TryParse);
        var product = reader.Id("product");
        reader.Require("product", line["product"] is not null, "it is missing.");
        var (expiresOn, opening) = (reader.Day("expiresOn"), reader.Points("openingBalance"));
        var (member, other) = (reader.Id("member"), reader.ReadOptional<CardNumber>("sameMemberAs", CardNumber.TryParse));
        var isNew = OfNewMember.Any(column => line[column] is not null);
        var added = isNew ? ReadMember(line, reader) : null;
        reader.Require("member", (line["member"] is null ? 0 : 1) + (line["sameMemberAs"] is null ? 0 : 1) + (isNew ? 1 : 0) <= 1, "a card belongs to one: by member, by sameMemberAs, or to somebody new.");
        return reader.Any ? null : new CardLine(number!, product!.Value, expiresOn, opening, member, other, added);
    }

    private static MemberProfile ReadMember(FileLine line, LineReader reader)
    {
        var grade = Grade.Green;
        reader.Require("grade", line["grade"] is not { } named || (named.All(char.IsAsciiLetter) && Enum.TryParse(named, ignoreCase: true, out grade)), "it is green, gold, platinum or diamond.");
        reader.Require("gender", line["gender"] is not { } gender || MemberProfile.IsGender(gender), "it is 01 male, 02 female or 00 unknown.");
        reader.Require("name", !string.IsNullOrWhiteSpace(line["name"]), "it is missing.");
        var email = reader.Text("email", MemberProfile.LongestEmail);
        reader.Require("email", MemberProfile.IsEmail(email), "it is no address.");
        return new MemberProfile(reader.Text("name", MemberProfile.LongestName), grade)
        {
            Gender = line["gender"] ?? "00",
            Mobile = reader.ReadOptional<MobileNumber>("mobile", MobileNumber.TryParse),
            Document = ReadDocument(line, reader),
            Address = reader.Text("address", MemberProfile.LongestAddress),
            Email = email,
        };
    }

    private static IdentityDocument? ReadDocument(FileLine line, LineReader reader)
    {
        if (line["idType"] is null && line["idNumber"] is null)
        {
            return null;
        }

        var (type, number) = (reader.Read<IdentityType>("idType", IdentityType.TryParse), reader.Read<IdentityNumber>("idNumber", IdentityNumber.TryParse));
        if (type is null || number is null)
        {
            return null;
        }

        var document = new IdentityDocument(type, number);
        reader.Require("idNumber", document.IsSound, "it is no citizen's number: its check character is wrong.");
        return document;
    }
}
