namespace Jpos.Domain.Tickets;

/// <summary>The entry in which ticket movements are recorded. With it, tickets need no knowledge of the journal.</summary>
public interface ITicketEntry
{
    /// <summary>Records pieces that a ticket gained; below zero, lost.</summary>
    internal void Move(Ticket ticket, int pieces);
}
