namespace Jpos.Api.TerminalProtocol.Refunds;

/// <summary>The answer of a refund cancel.</summary>
public sealed record CancelRefundAnswer : PointsAnswer;
