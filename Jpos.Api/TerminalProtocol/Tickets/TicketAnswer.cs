namespace Jpos.Api.TerminalProtocol.Tickets;

/// <summary>One ticket of a card.</summary>
public sealed record TicketAnswer
{
    /// <summary>The ticket's number.</summary>
    public long Id { get; set; }

    /// <summary>01 团购券, 02 兑换券, 03 代金券.</summary>
    public string Type { get; set; } = "";

    /// <summary>What one piece is worth, in yuan.</summary>
    public decimal Amount { get; set; }

    /// <summary>What the ticket is called.</summary>
    public string Name { get; set; } = "";

    /// <summary>How many pieces are left.</summary>
    public int Num { get; set; }
}
