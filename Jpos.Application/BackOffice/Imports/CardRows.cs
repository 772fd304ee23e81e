using System.Globalization;

namespace Jpos.Application.BackOffice.Imports;

/// <summary>Rules of consecutive rows for one card, each with a lot of its opening balance.</summary>
internal static class CardRows
{
    /// <summary>Returns whether a row continues the card of the previous row.</summary>
    public static bool Continues(ImportRow line, ImportRow before) =>
        line.Number == before.LastLine + 1 && line.Error is null && before.Error is null && line["number"] is { } number && number == before["number"];

    /// <summary>Returns why a further row is rejected when the first row of its card was. The card's data come from the first row, so there is no card.</summary>
    /// <param name="first">The first row.</param>
    public static string WithoutFirst(ImportRow first) => string.Create(CultureInfo.InvariantCulture, $"number: The first row of this card, line {first.Number}, was rejected.");

    /// <summary>Returns why a further row adds no lot; null if it does.</summary>
    /// <param name="row">The row.</param>
    /// <param name="good">The accepted rows of the card before it.</param>
    public static string? Refuse(ImportRow row, IReadOnlyList<ImportRow> good)
    {
        if (row["openingBalance"] is null)
        {
            return "number: A card with this number already exists.";
        }

        var reader = new LineReader(row);
        foreach (var column in row.Columns.Except(CardImportRow.OfLot).Where(column => row[column] != good[0][column]))
        {
            reader.Require(column, false, "it differs from the first row of the card.");
        }

        reader.Require("openingBalanceExpiresOn", good.All(other => other["openingBalanceExpiresOn"] != row["openingBalanceExpiresOn"]), "another row of this card has the same last day.");
        return reader.Any ? reader.Reason : null;
    }
}
