using Jpos.Api.Protocol;
using Jpos.Application.Messages;
using Jpos.Application.Trans;

namespace Jpos.Api.Trans;

/// <summary>How a batch was settled.</summary>
public sealed record SettleAnswer : TerminalAnswer
{
    /// <summary>Points, then tickets: s if both sides agree, n if not.</summary>
    public string SettleFlag { get; set; } = "";
}

internal sealed class SettleProfile : WireProfile
{
    public SettleProfile() => CreateMap<SettleOutcome, SettleAnswer>()
        .IncludeBase<Outcome, TerminalAnswer>()
        .ForMember(answer => answer.SettleFlag, map => map.MapFrom(outcome => outcome.Flag));
}
