using Jpos.Api.Protocol;

namespace Jpos.Api.Refunds;

/// <summary>What is so again because a refund was cancelled.</summary>
public sealed record CancelRefundAnswer : PointsAnswer;
