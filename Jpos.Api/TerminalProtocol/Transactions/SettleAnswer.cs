namespace Jpos.Api.TerminalProtocol.Transactions;

/// <summary>The answer of a settlement.</summary>
public sealed record SettleAnswer : TerminalAnswer
{
    /// <summary>Two letters, for points and tickets: s if both sides agree, n if not.</summary>
    public string SettleFlag { get; set; } = "";
}
