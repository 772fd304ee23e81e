using Jpos.Application.TerminalProtocol.Cards;
using Jpos.Application.TerminalProtocol.Messages;

namespace Jpos.Api.TerminalProtocol.Cards;

internal sealed class ActivateCardProfile : WireProfile
{
    public ActivateCardProfile() => CreateMap<ActivateCardOutcome, ActivateCardAnswer>()
        .IncludeBase<Outcome, TerminalAnswer>()
        .ForMember(answer => answer.SerialNo, map => map.MapFrom(outcome => outcome.Serial == null ? "" : outcome.Serial.ToString()));
}
