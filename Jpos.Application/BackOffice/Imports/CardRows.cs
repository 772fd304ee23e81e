using System.Globalization;

namespace Jpos.Application.BackOffice.Imports;

/// <summary>Rows of one card follow each other, one for each lot of its points.</summary>
internal static class CardRows
{
    /// <summary>Returns whether a line goes on with the card of the line before.</summary>
    public static bool Continues(ImportRow line, ImportRow before) =>
        line.Number == before.LastLine + 1 && line.Error is null && before.Error is null && line["number"] is { } number && number == before["number"];

    /// <summary>Why a further row is left out whose card's first row is bad: the card's own data come from there, so that there is no card.</summary>
    /// <param name="first">The first row.</param>
    public static string WithoutFirst(ImportRow first) => string.Create(CultureInfo.InvariantCulture, $"number: The first row of this card, line {first.Number}, is bad.");

    /// <summary>Returns why a further row of a card brings no lot along; null if it does.</summary>
    /// <param name="row">The row.</param>
    /// <param name="good">The good rows of the card before it.</param>
    public static string? Refuse(ImportRow row, IReadOnlyList<ImportRow> good)
    {
        if (row["openingBalance"] is null)
        {
            return "number: There is a card with this number.";
        }

        var reader = new LineReader(row);
        foreach (var column in row.Columns.Except(CardImportRow.OfLot).Where(column => row[column] != good[0][column]))
        {
            reader.Require(column, false, "it differs from the card's first row.");
        }

        reader.Require("openingBalanceExpiresOn", good.All(other => other["openingBalanceExpiresOn"] != row["openingBalanceExpiresOn"]), "another row of this card has the same last day.");
        return reader.Any ? reader.Reason : null;
    }
}
