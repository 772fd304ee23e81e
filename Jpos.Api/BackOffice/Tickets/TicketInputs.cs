using System.Globalization;
using Jpos.Application.BackOffice.Tickets;
using Jpos.Domain;
using Jpos.Domain.Protocol;
using Jpos.Domain.TextForms;
using Jpos.Domain.Tickets;

namespace Jpos.Api.BackOffice.Tickets;

/// <summary>What is to be said of a kind of ticket.</summary>
/// <param name="Name">Its name, which tills show: 1 to 50 letters.</param>
/// <param name="Type">What terminals take it for: voucher, groupPurchase or exchange.</param>
/// <param name="Face">What one piece is worth, in yuan with at most 2 decimal places; above 0.</param>
/// <param name="ValidDays">How many days after it is issued a ticket can be used, 1 to 3660.</param>
/// <param name="IsWithdrawn">No more of it is to be issued; false if left out.</param>
public sealed record TicketKindInput(string? Name, TicketType? Type, decimal? Face, int? ValidDays, bool? IsWithdrawn)
{
    internal TicketKindProfile Read(Faults faults)
    {
        var name = faults.Text("name", Name, TicketKindProfile.LongestName);
        faults.Require("type", Type is not null, FaultText.Missing("type"));
        faults.Require("face", Face is > 0, Face is null ? FaultText.Missing("face") : FaultText.MustBe("face", "above 0"));
        var face = faults.Amount("face", Face) ?? 0;
        faults.Require("validDays", ValidDays is >= 1 and <= TicketKindProfile.MostValidDays, FaultText.MustBe("validDays", FaultText.Between(1, TicketKindProfile.MostValidDays)));
        return new TicketKindProfile(name, Type ?? TicketType.Voucher, Money.Of(face), ValidDays ?? 0) { IsWithdrawn = IsWithdrawn ?? false };
    }
}

/// <summary>Who is to get tickets.</summary>
/// <param name="Cards">1 to 500 cards, each once, by their whole numbers.</param>
/// <param name="Pieces">How many each card gets; 1 if left out.</param>
/// <param name="ValidThrough">The last day on which they can be used; left out for what the kind says.</param>
/// <param name="Reason">Why: 1 to 200 letters, for who reads the audit log.</param>
public sealed record TicketIssueInput(IReadOnlyList<string?>? Cards, int? Pieces, DateOnly? ValidThrough, string? Reason)
{
    internal IReadOnlyList<CardNumber> ReadCards(Faults faults)
    {
        faults.Require("cards", Cards is { Count: >= 1 and <= IssueTickets.MostCards }, FaultText.MustBe("cards", $"a list of 1 to {IssueTickets.MostCards} card numbers"));
        var cards = (Cards ?? []).Take(IssueTickets.MostCards)
            .Select((number, place) => faults.Read<CardNumber>(string.Create(CultureInfo.InvariantCulture, $"cards[{place}]"), number, CardNumber.TryParse))
            .ToList();
        faults.Require("cards", cards.Distinct().Count() == cards.Count, FaultText.MustBe("cards", "a list of different card numbers"));
        faults.Require("pieces", Pieces is null or (>= 1 and <= IssueTickets.MostPieces), FaultText.MustBe("pieces", FaultText.Between(1, IssueTickets.MostPieces)));
        return cards;
    }
}
