using Jpos.Domain;
using Jpos.Domain.Journal;
using Jpos.Domain.Tickets;

namespace Jpos.Tests.Unit.Tickets;

/// <summary>Pieces of a ticket, used and given back (protocol §4, §6).</summary>
internal sealed class TicketTests
{
    private readonly Counter numbers = new();

    [Test]
    public void A_new_ticket_is_in_the_journal_of_pieces()
    {
        var entry = Given.Entry(numbers);

        var ticket = Ticket(3, entry: entry);

        Assert.That((ticket.Issued, ticket.Remaining, Moved(entry)), Is.EqualTo((3, 3, "3")));
    }

    [TestCase(3, 0, null)]
    [TestCase(4, 0, "51")]
    [TestCase(1, 1, "51", Description = "expired")]
    [TestCase(4, 1, "51")]
    public void Pieces_can_be_used_that_are_there_through_the_last_day(int pieces, int daysAfter, string? code) =>
        Assert.That(Ticket(3).RefuseUse(pieces, Given.NextYear.AddDays(daysAfter))?.Code.Code, Is.EqualTo(code));

    [Test]
    public void Used_pieces_are_gone()
    {
        var ticket = Ticket(3);
        var entry = Given.Entry(numbers);

        ticket.Use(2, entry);

        Assert.That((ticket.Remaining, ticket.Issued, Moved(entry)), Is.EqualTo((1, 3, "-2")));
    }

    [Test]
    public void Using_more_than_there_are_is_an_error()
    {
        var ticket = Ticket(1);
        var entry = Given.Entry(numbers);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => ticket.Use(2, entry), Throws.InvalidOperationException);
            Assert.That((ticket.Remaining, Moved(entry)), Is.EqualTo((1, "")));
        }
    }

    [Test]
    public void A_ticket_is_shown_while_there_are_pieces_and_it_is_not_expired()
    {
        var ticket = Ticket(1);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ticket.IsUsable(Given.NextYear), Is.True);
            Assert.That(ticket.IsUsable(Given.NextYear.AddDays(1)), Is.False);
            ticket.Use(1, Given.Entry(numbers));
            Assert.That(ticket.IsUsable(Given.Today), Is.False);
        }
    }

    [Test]
    public void Undoing_gives_used_pieces_back()
    {
        var ticket = Ticket(3);
        ticket.Use(2, Given.Entry(numbers));
        var entry = Given.Entry(numbers);

        var missing = ticket.Undo(-2, entry);

        Assert.That((missing, ticket.Remaining, Moved(entry)), Is.EqualTo((0, 3, "2")));
    }

    [Test]
    public void Undoing_takes_given_pieces_back()
    {
        var ticket = Ticket(3);
        var entry = Given.Entry(numbers);

        var missing = ticket.Undo(2, entry);

        Assert.That((missing, ticket.Remaining, Moved(entry)), Is.EqualTo((0, 1, "-2")));
    }

    [Test]
    public void Undoing_takes_what_is_left_never_below_zero()
    {
        var ticket = Ticket(3);
        ticket.Use(2, Given.Entry(numbers));
        var entry = Given.Entry(numbers);

        var missing = ticket.Undo(3, entry);

        Assert.That((missing, ticket.Remaining, Moved(entry)), Is.EqualTo((2, 0, "-1")));
    }

    [Test]
    public void Undoing_where_nothing_is_left_moves_nothing()
    {
        var ticket = Ticket(1);
        ticket.Use(1, Given.Entry(numbers));
        var entry = Given.Entry(numbers);

        Assert.That((ticket.Undo(1, entry), ticket.Remaining, Moved(entry)), Is.EqualTo((1, 0, "")));
    }

    [Test]
    public void Undoing_nothing_moves_nothing()
    {
        var ticket = Ticket(1);
        var entry = Given.Entry(numbers);

        Assert.That((ticket.Undo(0, entry), ticket.Remaining, Moved(entry)), Is.EqualTo((0, 1, "")));
    }

    private Ticket Ticket(int pieces, TransactionJournal? entry = null) =>
        new(1, 1, TicketType.Voucher, "代金券", Money.Of(50m), pieces, Given.NextYear, entry ?? Given.Entry(numbers));

    private static string Moved(TransactionJournal entry) => string.Join(' ', entry.TicketMovements.Select(movement => movement.Pieces));
}
