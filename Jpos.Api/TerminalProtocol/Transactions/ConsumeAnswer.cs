namespace Jpos.Api.TerminalProtocol.Transactions;

/// <summary>What a consume spent and earned, and of its reversal.</summary>
public sealed record ConsumeAnswer : PointsAnswer
{
    /// <summary>What the receipt says to the member.</summary>
    public string Advertisement { get; set; } = "";
}
