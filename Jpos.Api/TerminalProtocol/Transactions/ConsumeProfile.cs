using Jpos.Application.TerminalProtocol.Messages;
using Jpos.Application.TerminalProtocol.Transactions;

namespace Jpos.Api.TerminalProtocol.Transactions;

internal sealed class ConsumeProfile : WireProfile
{
    public ConsumeProfile() => CreateMap<ConsumeOutcome, ConsumeAnswer>().IncludeBase<PointsOutcome, PointsAnswer>();
}
