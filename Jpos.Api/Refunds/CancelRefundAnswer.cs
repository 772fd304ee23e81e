using Jpos.Api.Protocol;
using Jpos.Application.Messages;
using Jpos.Application.Refunds;

namespace Jpos.Api.Refunds;

/// <summary>What is so again because a refund was cancelled.</summary>
public sealed record CancelRefundAnswer : PointsAnswer;

internal sealed class CancelRefundProfile : WireProfile
{
    public CancelRefundProfile() => CreateMap<CancelRefundOutcome, CancelRefundAnswer>().IncludeBase<PointsOutcome, PointsAnswer>();
}
