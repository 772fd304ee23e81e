using Jpos.Api.Protocol;

namespace Jpos.Api.Trans;

/// <summary>What a cancel gave back and took back, and of its reversal.</summary>
public sealed record CancelAnswer : PointsAnswer;
