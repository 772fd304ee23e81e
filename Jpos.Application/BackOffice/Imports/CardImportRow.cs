namespace Jpos.Application.BackOffice.Imports;

/// <summary>A parsed row of a card import.</summary>
/// <param name="Number">The card's number.</param>
/// <param name="Product">The product.</param>
/// <param name="ExpiresOn">The last day on which the card may be used; null if it does not expire.</param>
/// <param name="OpeningBalance">The opening balance; zero if there is none.</param>
/// <param name="OpeningExpiresOn">The last day of the opening balance; null for that of a gift.</param>
/// <param name="Member">The id of the member; null if the row gives none.</param>
/// <param name="SameMemberAs">An earlier card with the same member; null if the row gives none.</param>
/// <param name="NewMember">A new member; null if the row gives none.</param>
internal sealed record CardImportRow(
    CardNumber Number, ColumnReference Product, DateOnly? ExpiresOn, Points OpeningBalance, DateOnly? OpeningExpiresOn, long? Member, CardNumber? SameMemberAs, MemberProfile? NewMember)
{
    /// <summary>The columns that differ between rows of one card: each row has a lot.</summary>
    public static readonly IReadOnlyList<string> OfLot = ["openingBalance", "openingBalanceExpiresOn"];

    public static readonly ImportColumns Columns = new(["number", "product"], ["cardExpiresOn", .. OfLot, "member", "sameMemberAs", .. OfNewMember]);

    /// <summary>The columns of a new member. A row with a value in any of them has a new member.</summary>
    private static IEnumerable<string> OfNewMember => MemberImportRow.Columns.All;

    /// <returns>Null if the row is malformed; the reader has the errors.</returns>
    public static CardImportRow? Read(ImportRow line, LineReader reader)
    {
        if (reader.Any)
        {
            return null;
        }

        var number = reader.Read<CardNumber>("number", CardNumber.TryParse);
        var product = reader.Reference("product", CardProductProfile.LongestName);
        var (expiresOn, opening, openingExpiresOn) = (reader.Day("cardExpiresOn"), reader.Points("openingBalance"), reader.Day("openingBalanceExpiresOn"));
        reader.Require("openingBalanceExpiresOn", openingExpiresOn is null || line["openingBalance"] is not null, "the row has no openingBalance.");
        var (member, other) = (reader.Id("member"), reader.ReadOptional<CardNumber>("sameMemberAs", CardNumber.TryParse));
        var isNew = OfNewMember.Any(column => line[column] is not null);
        var added = isNew ? MemberImportRow.Read(line, reader) : null;
        reader.Require("member", (line["member"] is null ? 0 : 1) + (line["sameMemberAs"] is null ? 0 : 1) + (isNew ? 1 : 0) <= 1, "a card has one owner: send member, or sameMemberAs, or the columns of a new member.");
        return reader.Any ? null : new CardImportRow(number!, product!, expiresOn, opening, openingExpiresOn, member, other, added);
    }
}
