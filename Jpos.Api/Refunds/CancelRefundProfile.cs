using Jpos.Api.Protocol;
using Jpos.Application.Messages;
using Jpos.Application.Refunds;

namespace Jpos.Api.Refunds;

internal sealed class CancelRefundProfile : WireProfile
{
    public CancelRefundProfile() => CreateMap<CancelRefundOutcome, CancelRefundAnswer>().IncludeBase<PointsOutcome, PointsAnswer>();
}
