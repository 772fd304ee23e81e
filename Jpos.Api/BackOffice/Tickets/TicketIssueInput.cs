using System.Globalization;
using Jpos.Application.BackOffice.Tickets;

namespace Jpos.Api.BackOffice.Tickets;

/// <summary>An issue of tickets to cards.</summary>
/// <param name="Cards">The full numbers of 1 to 500 cards, each once.</param>
/// <param name="Pieces">The number of pieces for each card; 1 if omitted.</param>
/// <param name="ValidThrough">The last day on which the tickets can be used; computed from the kind's validDays if omitted.</param>
/// <param name="Reason">The reason, for the audit log: 1 to 200 letters.</param>
public sealed record TicketIssueInput([property: Mandatory] IReadOnlyList<string?>? Cards, int? Pieces, DateOnly? ValidThrough, [property: Mandatory] string? Reason)
{
    internal IReadOnlyList<CardNumber> ReadCards(FieldReader fields)
    {
        fields.Check("cards", Cards is { Count: >= 1 and <= IssueTickets.MostCards }, FieldErrorText.MustBe("cards", $"a list of 1 to {IssueTickets.MostCards} card numbers"));
        var cards = (Cards ?? []).Take(IssueTickets.MostCards)
            .Select((number, place) => fields.Read<CardNumber>(string.Create(CultureInfo.InvariantCulture, $"cards[{place}]"), number, CardNumber.TryParse))
            .ToList();
        fields.Check("cards", cards.Distinct().Count() == cards.Count, FieldErrorText.MustBe("cards", "a list of different card numbers"));
        fields.Check("pieces", Pieces is null or (>= 1 and <= IssueTickets.MostPieces), FieldErrorText.MustBe("pieces", FieldErrorText.Between(1, IssueTickets.MostPieces)));
        return cards;
    }
}
