namespace Jpos.Api.TerminalProtocol.Tickets;

/// <summary>The answer of a consumption of tickets, and of its reversal.</summary>
public sealed record ConsumeTicketsAnswer : TerminalAnswer
{
    /// <summary>The serial number of the transaction, 12 digits; empty if there is none.</summary>
    public string SerialNo { get; set; } = "";

    /// <summary>The text for the member on the receipt.</summary>
    public string Advertisement { get; set; } = "";
}
