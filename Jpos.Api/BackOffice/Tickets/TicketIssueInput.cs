using System.Globalization;
using Jpos.Application.BackOffice.Tickets;

namespace Jpos.Api.BackOffice.Tickets;

/// <summary>Who is to get tickets.</summary>
/// <param name="Cards">1 to 500 cards, each once, by their whole numbers.</param>
/// <param name="Pieces">How many each card gets; 1 if left out.</param>
/// <param name="ValidThrough">The last day on which they can be used; left out for what the kind says.</param>
/// <param name="Reason">Why: 1 to 200 letters, for who reads the audit log.</param>
public sealed record TicketIssueInput(IReadOnlyList<string?>? Cards, int? Pieces, DateOnly? ValidThrough, string? Reason)
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
