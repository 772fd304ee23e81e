using Jpos.Api.Protocol;
using Jpos.Application.Cards;
using Jpos.Application.Messages;

namespace Jpos.Api.Card;

internal sealed class ActivateCardProfile : WireProfile
{
    public ActivateCardProfile() => CreateMap<ActivateCardOutcome, ActivateCardAnswer>()
        .IncludeBase<Outcome, TerminalAnswer>()
        .ForMember(answer => answer.SerialNo, map => map.MapFrom(outcome => outcome.Serial == null ? "" : outcome.Serial.ToString()));
}
