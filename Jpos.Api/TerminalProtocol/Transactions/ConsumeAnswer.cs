namespace Jpos.Api.TerminalProtocol.Transactions;

/// <summary>The answer of a consume, and of its reversal.</summary>
public sealed record ConsumeAnswer : PointsAnswer
{
    /// <summary>The text for the member on the receipt.</summary>
    public string Advertisement { get; set; } = "";
}
