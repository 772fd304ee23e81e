namespace Jpos.Domain.Tickets;

/// <summary>Pieces of a ticket that a transaction used or returned (<see href="docs/protocol.md#4-points">protocol §4</see>).</summary>
public sealed class TicketMovement
{
    private TicketMovement()
    {
    }

    internal TicketMovement(SerialNumber transaction, Ticket ticket, int pieces)
    {
        AccountId = ticket.AccountId;
        Transaction = transaction;
        TicketId = ticket.Id;
        Pieces = pieces;
    }

    /// <summary>The account to which the ticket belonged at that time.</summary>
    public long AccountId { get; private set; }

    /// <summary>The transaction that made it; with <see cref="TicketId"/> its key.</summary>
    public SerialNumber Transaction { get; private set; } = null!;

    public long TicketId { get; private set; }

    /// <summary>The pieces that the ticket gained; below zero, lost. Never zero.</summary>
    public int Pieces { get; private set; }
}
