using Jpos.Domain;
using Jpos.Domain.Tickets;

namespace Jpos.Tests.Unit.Tickets;

/// <summary>The tickets that a message names (protocol §1, §2 row 18, §3).</summary>
internal sealed class TicketLinesTests
{
    private readonly Counter numbers = new();

    [Test]
    public void The_same_id_twice_is_refused() => Assert.That(TicketLines.Of([new TicketLine(1, 1), new TicketLine(2, 1), new TicketLine(1, 2)]), Is.Null);

    [Test]
    public void Lines_have_one_spelling_in_the_order_of_their_ids()
    {
        var lines = TicketLines.Of([new TicketLine(10, 1), new TicketLine(9, 3), new TicketLine(2, 5, TicketType.Voucher)]);

        Assert.That(lines?.ToString(), Is.EqualTo(TicketLines.Of([new TicketLine(2, 5, TicketType.Voucher), new TicketLine(10, 1), new TicketLine(9, 3)])?.ToString()));
    }

    [Test]
    public void Lines_that_differ_have_different_spellings()
    {
        string[] spellings =
        [
            Spelling(new TicketLine(1, 1)), Spelling(new TicketLine(1, 2)), Spelling(new TicketLine(2, 1)), Spelling(new TicketLine(1, 1, TicketType.Exchange)),
            Spelling(new TicketLine(1, 1), new TicketLine(2, 1)),
            Spelling(new TicketLine(1, 12), new TicketLine(2, 1)), Spelling(new TicketLine(11, 1)), Spelling(new TicketLine(1, 11)),
        ];

        Assert.That(spellings, Is.Unique);
    }

    [Test]
    public void Tickets_of_the_card_can_be_used()
    {
        var held = new[] { Ticket(1, TicketType.Voucher, 2), Ticket(2, TicketType.Voucher, 1) };
        var lines = TicketLines.Of([new TicketLine(1, 2), new TicketLine(2, 1)])!;
        var entry = Given.Entry(numbers);

        Assert.That(lines.RefuseUse(held, TicketType.Voucher, Given.Today), Is.Null);
        lines.Use(held, entry);

        Assert.That(entry.TicketMovements.Select(movement => (movement.TicketId, movement.Pieces)), Is.EqualTo(new[] { (1L, -2), (2L, -1) }));
    }

    [Test]
    public void A_ticket_that_is_not_the_cards_is_51() => Assert.That(Code(new TicketLine(3, 1), TicketType.Voucher), Is.EqualTo("51"));

    [Test]
    public void A_ticket_of_another_type_than_the_operation_takes_is_51()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Code(new TicketLine(2, 1), TicketType.Voucher), Is.EqualTo("51"));
            Assert.That(Code(new TicketLine(2, 1), null), Is.Null);
        }
    }

    [Test]
    public void A_ticket_of_another_type_than_was_sent_is_51()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Code(new TicketLine(1, 1, TicketType.Exchange), null), Is.EqualTo("51"));
            Assert.That(Code(new TicketLine(1, 1, TicketType.Voucher), null), Is.Null);
        }
    }

    [Test]
    public void Too_many_pieces_or_an_expired_ticket_are_51()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Code(new TicketLine(1, 3), null), Is.EqualTo("51"));
            Assert.That(TicketLines.Of([new TicketLine(1, 1)])!.RefuseUse([Ticket(1, TicketType.Voucher, 1)], null, Given.NextYear.AddDays(1))?.Code.Code, Is.EqualTo("51"));
        }
    }

    private string? Code(TicketLine line, TicketType? type) =>
        TicketLines.Of([line])!.RefuseUse([Ticket(1, TicketType.Voucher, 2), Ticket(2, TicketType.Exchange, 1)], type, Given.Today)?.Code.Code;

    private Ticket Ticket(long id, TicketType type, int pieces) => new Ticket(id, 1, type, "券", Money.Of(10m), pieces, Given.NextYear, Given.Entry(numbers));

    private static string Spelling(params TicketLine[] lines) => TicketLines.Of(lines)!.ToString();
}
