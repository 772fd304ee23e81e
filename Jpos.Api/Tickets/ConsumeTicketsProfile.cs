using Jpos.Api.Protocol;
using Jpos.Application.Messages;
using Jpos.Application.Tickets;

namespace Jpos.Api.Tickets;

internal sealed class ConsumeTicketsProfile : WireProfile
{
    public ConsumeTicketsProfile() => CreateMap<ConsumeTicketsOutcome, ConsumeTicketsAnswer>()
        .IncludeBase<Outcome, TerminalAnswer>()
        .ForMember(answer => answer.SerialNo, map => map.MapFrom(outcome => outcome.Serial == null ? "" : outcome.Serial.ToString()));
}
