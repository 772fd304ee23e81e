namespace Jpos.Api.TerminalProtocol.Cards;

/// <summary>Whether a card was activated.</summary>
public sealed record ActivateCardAnswer : TerminalAnswer
{
    /// <summary>The host's number of the transaction, 12 digits; empty if there is none.</summary>
    public string SerialNo { get; set; } = "";
}
