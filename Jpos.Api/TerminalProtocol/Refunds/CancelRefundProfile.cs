using Jpos.Application.TerminalProtocol.Messages;
using Jpos.Application.TerminalProtocol.Refunds;

namespace Jpos.Api.TerminalProtocol.Refunds;

internal sealed class CancelRefundProfile : WireProfile
{
    public CancelRefundProfile() => CreateMap<CancelRefundOutcome, CancelRefundAnswer>().IncludeBase<PointsOutcome, PointsAnswer>();
}
