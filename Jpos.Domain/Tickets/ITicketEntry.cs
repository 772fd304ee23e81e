namespace Jpos.Domain.Tickets;

/// <summary>The entry that movements of tickets are recorded in. It lets tickets know nothing of the journal.</summary>
public interface ITicketEntry
{
    /// <summary>Records that pieces came to a ticket, or went from it if below zero.</summary>
    internal void Move(Ticket ticket, int pieces);
}
