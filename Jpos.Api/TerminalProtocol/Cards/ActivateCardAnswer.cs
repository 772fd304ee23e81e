namespace Jpos.Api.TerminalProtocol.Cards;

/// <summary>The answer of an activation.</summary>
public sealed record ActivateCardAnswer : TerminalAnswer
{
    /// <summary>The serial number of the transaction, 12 digits; empty if there is none.</summary>
    public string SerialNo { get; set; } = "";
}
