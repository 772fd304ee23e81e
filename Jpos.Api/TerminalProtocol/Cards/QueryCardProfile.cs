using Jpos.Application.TerminalProtocol.Cards;
using Jpos.Application.TerminalProtocol.Messages;
using Jpos.Domain.Terminals;
using Jpos.Domain.Tickets;

namespace Jpos.Api.TerminalProtocol.Cards;

internal sealed class QueryCardProfile : WireProfile
{
    public QueryCardProfile()
    {
        CreateMap<Ticket, VoucherAnswer>()
            .ForMember(answer => answer.Amount, map => map.MapFrom(ticket => ticket.Face))
            .ForMember(answer => answer.Num, map => map.MapFrom(ticket => ticket.Remaining));
        CreateMap<QueryCardOutcome, QueryCardAnswer>()
            .IncludeBase<Outcome, TerminalAnswer>()
            .ForMember(answer => answer.PointBalance, map => map.MapFrom(outcome => outcome.Balance))
            .ForMember(answer => answer.AvaiablePointBalance, map => map.MapFrom(outcome => outcome.Available))
            .ForMember(answer => answer.Vaucher, map => map.MapFrom(outcome => outcome.Vouchers))
            .ForMember(answer => answer.IdType, map => map.MapFrom(outcome => outcome.Member == null ? "" : outcome.Member.IdType))
            .ForMember(answer => answer.IdNo, map => map.MapFrom(outcome => outcome.Member == null ? "" : outcome.Member.IdNumber))
            .ForMember(answer => answer.Name, map => map.MapFrom(outcome => outcome.Member == null ? "" : outcome.Member.Name))
            .ForMember(answer => answer.Gender, map => map.MapFrom(outcome => outcome.Member == null ? "" : outcome.Member.Gender))
            .ForMember(answer => answer.MobileNo, map => map.MapFrom(outcome => outcome.Member == null ? "" : outcome.Member.MobileNumber))
            .ForMember(answer => answer.Grade, map => map.MapFrom(outcome => outcome.Member == null ? "" : outcome.Grade.ToString("D")))
            .ForMember(answer => answer.Address, map => map.MapFrom(outcome => outcome.Member == null ? "" : outcome.Member.Address))
            .ForMember(answer => answer.Email, map => map.MapFrom(outcome => outcome.Member == null ? "" : outcome.Member.Email))
            .AfterMap((outcome, answer) =>
            {
                if (outcome is { Answers: AnswerFormat.FixedFields, Code: var code } && code == ResponseCode.Approved)
                {
                    FixedFields.Fit(answer);
                }
            });
    }
}
