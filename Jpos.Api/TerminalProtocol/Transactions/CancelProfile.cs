using Jpos.Application.TerminalProtocol.Messages;
using Jpos.Application.TerminalProtocol.Transactions;

namespace Jpos.Api.TerminalProtocol.Transactions;

internal sealed class CancelProfile : WireProfile
{
    public CancelProfile() => CreateMap<CancelOutcome, CancelAnswer>().IncludeBase<PointsOutcome, PointsAnswer>();
}
