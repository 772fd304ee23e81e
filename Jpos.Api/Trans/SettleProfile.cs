using Jpos.Api.Protocol;
using Jpos.Application.Messages;
using Jpos.Application.Trans;

namespace Jpos.Api.Trans;

internal sealed class SettleProfile : WireProfile
{
    public SettleProfile() => CreateMap<SettleOutcome, SettleAnswer>()
        .IncludeBase<Outcome, TerminalAnswer>()
        .ForMember(answer => answer.SettleFlag, map => map.MapFrom(outcome => outcome.Flag));
}
