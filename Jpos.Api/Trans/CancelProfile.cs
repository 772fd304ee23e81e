using Jpos.Api.Protocol;
using Jpos.Application.Messages;
using Jpos.Application.Trans;

namespace Jpos.Api.Trans;

internal sealed class CancelProfile : WireProfile
{
    public CancelProfile() => CreateMap<CancelOutcome, CancelAnswer>().IncludeBase<PointsOutcome, PointsAnswer>();
}
