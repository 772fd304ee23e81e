namespace Jpos.Api.TerminalProtocol.Refunds;

/// <summary>What is so again because a refund was cancelled.</summary>
public sealed record CancelRefundAnswer : PointsAnswer;
