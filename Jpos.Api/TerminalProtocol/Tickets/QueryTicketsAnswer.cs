namespace Jpos.Api.TerminalProtocol.Tickets;

/// <summary>A card's tickets.</summary>
public sealed record QueryTicketsAnswer : TerminalAnswer
{
    /// <summary>The balance of the card.</summary>
    public decimal PointBalance { get; set; }

    /// <summary>The points that can be spent now.</summary>
    public decimal AvaiablePointBalance { get; set; }

    /// <summary>The card's tickets of all types.</summary>
    public IReadOnlyList<TicketAnswer> Ticket { get; set; } = [];
}
