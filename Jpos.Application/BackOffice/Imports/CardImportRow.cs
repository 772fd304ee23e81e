namespace Jpos.Application.BackOffice.Imports;

/// <summary>What a line of cards says.</summary>
/// <param name="Number">The card's number.</param>
/// <param name="Product">Its product.</param>
/// <param name="ExpiresOn">The last day on which it may be used; null for one that does not expire.</param>
/// <param name="OpeningBalance">Points that it brings along; none if there are none.</param>
/// <param name="OpeningExpiresOn">Their last day; null for that of a gift.</param>
/// <param name="Member">The id of whom it belongs to; null if that is not said so.</param>
/// <param name="SameMemberAs">A card that came before, whose member it belongs to; null if that is not said so.</param>
/// <param name="NewMember">Somebody new whom it belongs to; null if that is not said so.</param>
internal sealed record CardImportRow(
    CardNumber Number, ColumnReference Product, DateOnly? ExpiresOn, Points OpeningBalance, DateOnly? OpeningExpiresOn, long? Member, CardNumber? SameMemberAs, MemberProfile? NewMember)
{
    /// <summary>What differs between rows of one card: each has a lot of its points.</summary>
    public static readonly IReadOnlyList<string> OfLot = ["openingBalance", "openingBalanceExpiresOn"];

    public static readonly ImportColumns Columns = new(["number", "product"], ["cardExpiresOn", .. OfLot, "member", "sameMemberAs", .. OfNewMember]);

    /// <summary>A line that has anything in these columns tells of a new member.</summary>
    private static IEnumerable<string> OfNewMember => MemberImportRow.Columns.All;

    /// <returns>Null if the line does not do: the reader has why.</returns>
    public static CardImportRow? Read(ImportRow line, LineReader reader)
    {
        if (reader.Any)
        {
            return null;
        }

        var number = reader.Read<CardNumber>("number", CardNumber.TryParse);
        var product = reader.Reference("product", CardProductProfile.LongestName);
        var (expiresOn, opening, openingExpiresOn) = (reader.Day("cardExpiresOn"), reader.Points("openingBalance"), reader.Day("openingBalanceExpiresOn"));
        reader.Require("openingBalanceExpiresOn", openingExpiresOn is null || line["openingBalance"] is not null, "there is no openingBalance for it.");
        var (member, other) = (reader.Id("member"), reader.ReadOptional<CardNumber>("sameMemberAs", CardNumber.TryParse));
        var isNew = OfNewMember.Any(column => line[column] is not null);
        var added = isNew ? MemberImportRow.Read(line, reader) : null;
        reader.Require("member", (line["member"] is null ? 0 : 1) + (line["sameMemberAs"] is null ? 0 : 1) + (isNew ? 1 : 0) <= 1, "a card belongs to one: by member, by sameMemberAs, or to somebody new.");
        return reader.Any ? null : new CardImportRow(number!, product!, expiresOn, opening, openingExpiresOn, member, other, added);
    }
}
