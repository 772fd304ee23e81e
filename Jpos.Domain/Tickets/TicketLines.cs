namespace Jpos.Domain.Tickets;

/// <summary>The tickets of a message, each once, in the order of their ids (<see href="docs/protocol.md#1-transport">protocol §1</see>, <see href="docs/protocol.md#3-one-message-one-effect">§3</see>).</summary>
public sealed class TicketLines
{
    private TicketLines(IReadOnlyList<TicketLine> lines) => Lines = lines;

    public IReadOnlyList<TicketLine> Lines { get; }

    /// <returns>Null if a ticket is repeated.</returns>
    public static TicketLines? Of(IReadOnlyCollection<TicketLine> lines) =>
        lines.DistinctBy(line => line.TicketId).Count() == lines.Count ? new TicketLines([.. lines.OrderBy(line => line.TicketId)]) : null;

    /// <summary>Returns the decline of row 18 of <see href="docs/protocol.md#2-response-codes">protocol §2</see>, or null. Every ticket must belong to the card, have the type and enough pieces, and not be expired.</summary>
    /// <param name="held">The named tickets that the card has.</param>
    /// <param name="type">The required type; null for any.</param>
    /// <param name="today">The programme's day.</param>
    public Decline? RefuseUse(IReadOnlyCollection<Ticket> held, TicketType? type, DateOnly today)
    {
        foreach (var line in Lines)
        {
            var ticket = held.FirstOrDefault(ticket => ticket.Id == line.TicketId);
            if (ticket is null || ticket.Type != (type ?? ticket.Type) || ticket.Type != (line.Type ?? ticket.Type))
            {
                return new Decline(ResponseCode.InsufficientFunds, $"Ticket {line.TicketId} does not belong to this card, or this operation does not accept it.");
            }

            if (ticket.RefuseUse(line.Pieces, today) is { } decline)
            {
                return decline;
            }
        }

        return null;
    }

    /// <summary>Uses the pieces. Call <see cref="RefuseUse"/> before.</summary>
    public void Use(IReadOnlyCollection<Ticket> held, ITicketEntry entry)
    {
        foreach (var line in Lines)
        {
            held.Single(ticket => ticket.Id == line.TicketId).Use(line.Pieces, entry);
        }
    }

    /// <summary>Returns the face value of all pieces together.</summary>
    public Money Worth(IReadOnlyCollection<Ticket> held) =>
        Lines.Aggregate(Money.Zero, (sum, line) => sum + (held.Single(ticket => ticket.Id == line.TicketId).Face * line.Pieces));

    /// <summary>Returns one text for all spellings of the same lines.</summary>
    public override string ToString() =>
        string.Join(',', Lines.Select(line => line.Type is { } type ? $"{line.TicketId}x{line.Pieces}@{(int)type}" : $"{line.TicketId}x{line.Pieces}"));
}
