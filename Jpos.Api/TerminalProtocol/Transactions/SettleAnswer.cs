namespace Jpos.Api.TerminalProtocol.Transactions;

/// <summary>How a batch was settled.</summary>
public sealed record SettleAnswer : TerminalAnswer
{
    /// <summary>Points, then tickets: s if both sides agree, n if not.</summary>
    public string SettleFlag { get; set; } = "";
}
