using Jpos.Api.Protocol;
using Jpos.Application.Cards;
using Jpos.Application.Messages;

namespace Jpos.Api.Card;

/// <summary>Whether a card was activated.</summary>
public sealed record ActivateCardAnswer : TerminalAnswer
{
    /// <summary>The host's number of the transaction, 12 digits; empty if there is none.</summary>
    public string SerialNo { get; set; } = "";
}

internal sealed class ActivateCardProfile : WireProfile
{
    public ActivateCardProfile() => CreateMap<ActivateCardOutcome, ActivateCardAnswer>()
        .IncludeBase<Outcome, TerminalAnswer>()
        .ForMember(answer => answer.SerialNo, map => map.MapFrom(outcome => outcome.Serial == null ? "" : outcome.Serial.ToString()));
}
