using Jpos.Api.Protocol;
using Jpos.Application.Messages;
using Jpos.Application.Trans;

namespace Jpos.Api.Trans;

/// <summary>What a cancel gave back and took back, and of its reversal.</summary>
public sealed record CancelAnswer : PointsAnswer;

internal sealed class CancelProfile : WireProfile
{
    public CancelProfile() => CreateMap<CancelOutcome, CancelAnswer>().IncludeBase<PointsOutcome, PointsAnswer>();
}
