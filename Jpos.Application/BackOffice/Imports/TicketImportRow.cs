using Jpos.Domain.Text;
using Jpos.Domain.Tickets;

namespace Jpos.Application.BackOffice.Imports;

/// <summary>What a line of tickets says.</summary>
/// <param name="Card">The card that gets them.</param>
/// <param name="Kind">What they are.</param>
/// <param name="Pieces">How many.</param>
/// <param name="ValidThrough">The last day on which they may be used; null for what the kind says.</param>
internal sealed record TicketImportRow(CardNumber Card, ColumnReference Kind, int Pieces, DateOnly? ValidThrough)
{
    public static readonly ImportColumns Columns = new(["card", "kind", "pieces"], ["validThrough"]);

    /// <returns>Null if the line does not do: the reader has why.</returns>
    public static TicketImportRow? Read(LineReader reader)
    {
        if (reader.Any)
        {
            return null;
        }

        var (number, kind, pieces, day) = (
            reader.Read<CardNumber>("card", CardNumber.TryParse), reader.Reference("kind", TicketKindProfile.LongestName), reader.Id("pieces"), reader.Day("validThrough"));
        reader.Require("pieces", pieces is >= 1 and <= Tickets.IssueTickets.MostPieces, FieldErrorText.MustBe("it", FieldErrorText.Between(1, Tickets.IssueTickets.MostPieces)));
        return reader.Any ? null : new TicketImportRow(number!, kind!, (int)pieces!.Value, day);
    }
}
