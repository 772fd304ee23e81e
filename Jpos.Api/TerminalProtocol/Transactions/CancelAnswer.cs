namespace Jpos.Api.TerminalProtocol.Transactions;

/// <summary>What a cancel gave back and took back, and of its reversal.</summary>
public sealed record CancelAnswer : PointsAnswer;
