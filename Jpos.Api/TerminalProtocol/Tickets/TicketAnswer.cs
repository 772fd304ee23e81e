namespace Jpos.Api.TerminalProtocol.Tickets;

/// <summary>One ticket of a card.</summary>
public sealed record TicketAnswer
{
    /// <summary>The id of the ticket.</summary>
    public long Id { get; set; }

    /// <summary>The ticket type: 01 团购券, 02 兑换券, 03 代金券.</summary>
    public string Type { get; set; } = "";

    /// <summary>The face value of one piece, in yuan.</summary>
    public decimal Amount { get; set; }

    /// <summary>The name of the ticket.</summary>
    public string Name { get; set; } = "";

    /// <summary>The number of remaining pieces.</summary>
    public int Num { get; set; }
}
