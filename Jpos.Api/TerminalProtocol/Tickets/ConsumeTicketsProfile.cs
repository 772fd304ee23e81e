using Jpos.Application.TerminalProtocol.Messages;
using Jpos.Application.TerminalProtocol.Tickets;

namespace Jpos.Api.TerminalProtocol.Tickets;

internal sealed class ConsumeTicketsProfile : WireProfile
{
    public ConsumeTicketsProfile() => CreateMap<ConsumeTicketsOutcome, ConsumeTicketsAnswer>()
        .IncludeBase<Outcome, TerminalAnswer>()
        .ForMember(answer => answer.SerialNo, map => map.MapFrom(outcome => outcome.Serial == null ? "" : outcome.Serial.ToString()));
}
