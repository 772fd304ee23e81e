using Jpos.Domain;
using Jpos.Domain.Tickets;

namespace Jpos.Tests.Unit.Tickets;

/// <summary>Kinds of tickets, what is issued of them, and what refuses its use.</summary>
internal sealed class TicketKindUnitTests
{
    private readonly Counter numbers = new();

    [Test]
    public void A_ticket_keeps_what_its_kind_said_when_it_was_issued()
    {
        var kind = new TicketKind(new("代金券", TicketType.Voucher, Money.Of(50m), 30));
        var entry = Given.Entry(numbers);
        var ticket = kind.Issue(1, 7, 3, kind.LastDay(Given.Today), entry);

        kind.Change(new("Exchange", TicketType.Exchange, Money.Of(10m), 10) { IsWithdrawn = true });

        Assert.That(
            (ticket.AccountId, ticket.KindId, ticket.Type, ticket.Name, ticket.Face, ticket.Issued, ticket.ValidThrough),
            Is.EqualTo((7L, (long?)kind.Id, TicketType.Voucher, "代金券", Money.Of(50m), 3, Given.Today.AddDays(30))));
        Assert.That((kind.Name, kind.Type, kind.Face, kind.ValidDays, kind.IsWithdrawn), Is.EqualTo(("Exchange", TicketType.Exchange, Money.Of(10m), 10, true)));
        Assert.That(entry.TicketMovements.Select(movement => (movement.Transaction, movement.TicketId, movement.AccountId, movement.Pieces)), Is.EqualTo([(entry.Serial, ticket.Id, 7L, 3)]));
    }

    [Test]
    public void All_pieces_that_a_message_names_are_worth_their_face_and_used_up()
    {
        Ticket[] held = [Ticket(1, 50m, 3), Ticket(2, 2.5m, 3), Ticket(3, 1m, 3)];
        var lines = TicketLines.Of([new TicketLine(2, 3), new TicketLine(1, 2)])!;

        lines.Use(held, Given.Entry(numbers));

        Assert.That((lines.Worth(held), string.Join(' ', held.Select(ticket => ticket.Remaining))), Is.EqualTo((Money.Of(107.5m), "1 0 3")));
    }

    [Test]
    public void Lines_are_spelled_with_their_pieces_and_types() =>
        Assert.That(TicketLines.Of([new TicketLine(12, 1), new TicketLine(3, 2, TicketType.Voucher)])?.ToString(), Is.EqualTo("3x2@3,12x1"));

    [Test]
    public void A_terminal_is_told_which_ticket_is_refused_and_why()
    {
        Ticket[] held = [Ticket(1, 50m, 3)];
        string? Refuse(long id, int pieces, int daysLater = 0, TicketType? type = null, TicketType? sent = null)
        {
            var decline = TicketLines.Of([new TicketLine(id, pieces, sent)])!.RefuseUse(held, type, Given.NextYear.AddDays(daysLater));
            return decline is null ? null : $"{decline.Code} {decline.Detail}";
        }

        Assert.That((Refuse(1, 3), Refuse(1, 3, type: TicketType.Voucher, sent: TicketType.Voucher)), Is.EqualTo(((string?)null, (string?)null)));
        Assert.That(
            (Refuse(2, 1), Refuse(1, 1, type: TicketType.Exchange), Refuse(1, 1, sent: TicketType.Exchange)),
            Is.EqualTo(("51 Ticket 2 does not belong to this card, or this operation does not accept it.", "51 Ticket 1 does not belong to this card, or this operation does not accept it.", "51 Ticket 1 does not belong to this card, or this operation does not accept it.")));
        Assert.That((Refuse(1, 4), Refuse(1, 1, 1)), Is.EqualTo(("51 Ticket 1 does not have enough pieces left.", "51 Ticket 1 is expired.")));
    }

    [Test]
    public void Using_more_than_there_are_tells_how_many_there_are() =>
        Assert.That(() => Ticket(1, 50m, 3).Use(4, Given.Entry(numbers)), Throws.InvalidOperationException.With.Message.EqualTo("Ticket 1 has 3 pieces, not 4."));

    private Ticket Ticket(long id, decimal face, int pieces) =>
        new Ticket(id, 1, TicketType.Voucher, "代金券", Money.Of(face), pieces, Given.NextYear, Given.Entry(numbers));
}
