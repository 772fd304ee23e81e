using Jpos.Application.TerminalProtocol.Messages;
using Jpos.Application.TerminalProtocol.Refunds;

namespace Jpos.Api.TerminalProtocol.Refunds;

internal sealed class RefundProfile : WireProfile
{
    public RefundProfile() => CreateMap<RefundOutcome, RefundAnswer>()
        .IncludeBase<Outcome, TerminalAnswer>()
        .ForMember(answer => answer.SerialNo, map => map.MapFrom(outcome => outcome.Serial == null ? "" : outcome.Serial.ToString()))
        .ForMember(answer => answer.PointBalance, map => map.MapFrom(outcome => outcome.Balance))
        .ForMember(answer => answer.AvaiablePointBalance, map => map.MapFrom(outcome => outcome.Available))
        .ForMember(answer => answer.ReturnPoint, map => map.MapFrom(outcome => outcome.Returned))
        .ForMember(answer => answer.ReturnPersentPoint, map => map.MapFrom(outcome => outcome.GiftReturned))
        .ForMember(answer => answer.ReturnCash, map => map.MapFrom(outcome => outcome.Cash))
        .ForMember(answer => answer.SupplyCash, map => map.MapFrom(outcome => outcome.Supply));
}
