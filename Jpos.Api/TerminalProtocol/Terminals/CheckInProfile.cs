using Jpos.Application.TerminalProtocol.Messages;
using Jpos.Application.TerminalProtocol.Terminals;

namespace Jpos.Api.TerminalProtocol.Terminals;

internal sealed class CheckInProfile : WireProfile
{
    public CheckInProfile() => CreateMap<CheckInOutcome, CheckInAnswer>()
        .IncludeBase<Outcome, TerminalAnswer>()
        .ForMember(answer => answer.BatchNo, map => map.MapFrom(outcome => outcome.Batch == null ? "" : outcome.Batch.ToString()));
}
