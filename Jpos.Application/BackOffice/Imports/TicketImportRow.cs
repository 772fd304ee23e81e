using Jpos.Domain.Text;
using Jpos.Domain.Tickets;

namespace Jpos.Application.BackOffice.Imports;

/// <summary>A parsed row of a ticket import.</summary>
/// <param name="Card">The card that gets the ticket.</param>
/// <param name="Kind">The ticket kind.</param>
/// <param name="Pieces">The number of pieces.</param>
/// <param name="ValidThrough">The last day on which the ticket can be used; null to compute it from the kind.</param>
internal sealed record TicketImportRow(CardNumber Card, ColumnReference Kind, int Pieces, DateOnly? ValidThrough)
{
    public static readonly ImportColumns Columns = new(["card", "kind", "pieces"], ["validThrough"]);

    /// <returns>Null if the row is malformed; the reader has the errors.</returns>
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
