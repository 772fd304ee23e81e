using Jpos.Application.TerminalProtocol.Messages;
using Jpos.Application.TerminalProtocol.Transactions;

namespace Jpos.Api.TerminalProtocol.Transactions;

internal sealed class SettleProfile : WireProfile
{
    public SettleProfile() => CreateMap<SettleOutcome, SettleAnswer>()
        .IncludeBase<Outcome, TerminalAnswer>()
        .ForMember(answer => answer.SettleFlag, map => map.MapFrom(outcome => outcome.Flag));
}
