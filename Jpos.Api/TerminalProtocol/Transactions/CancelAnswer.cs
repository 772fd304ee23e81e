namespace Jpos.Api.TerminalProtocol.Transactions;

/// <summary>The answer of a cancel, and of its reversal.</summary>
public sealed record CancelAnswer : PointsAnswer;
