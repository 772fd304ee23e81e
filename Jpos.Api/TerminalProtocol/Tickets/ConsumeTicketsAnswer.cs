namespace Jpos.Api.TerminalProtocol.Tickets;

/// <summary>Whether tickets were used up, and of its reversal.</summary>
public sealed record ConsumeTicketsAnswer : TerminalAnswer
{
    /// <summary>The host's number of the transaction, 12 digits; empty if there is none.</summary>
    public string SerialNo { get; set; } = "";

    /// <summary>What the receipt says to the member.</summary>
    public string Advertisement { get; set; } = "";
}
