using Jpos.Api.Protocol;
using Jpos.Application.Messages;
using Jpos.Application.Terminals;

namespace Jpos.Api.Terminal;

internal sealed class CheckInProfile : WireProfile
{
    public CheckInProfile() => CreateMap<CheckInOutcome, CheckInAnswer>()
        .IncludeBase<Outcome, TerminalAnswer>()
        .ForMember(answer => answer.BatchNo, map => map.MapFrom(outcome => outcome.Batch == null ? "" : outcome.Batch.ToString()));
}
