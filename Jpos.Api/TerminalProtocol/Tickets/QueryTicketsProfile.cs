using Jpos.Application.TerminalProtocol.Messages;
using Jpos.Application.TerminalProtocol.Tickets;
using Jpos.Domain.Tickets;

namespace Jpos.Api.TerminalProtocol.Tickets;

internal sealed class QueryTicketsProfile : WireProfile
{
    public QueryTicketsProfile()
    {
        CreateMap<Ticket, TicketAnswer>()
            .ForMember(answer => answer.Type, map => map.MapFrom(ticket => $"0{(int)ticket.Type}"))
            .ForMember(answer => answer.Amount, map => map.MapFrom(ticket => ticket.Face))
            .ForMember(answer => answer.Num, map => map.MapFrom(ticket => ticket.Remaining));
        CreateMap<QueryTicketsOutcome, QueryTicketsAnswer>()
            .IncludeBase<Outcome, TerminalAnswer>()
            .ForMember(answer => answer.PointBalance, map => map.MapFrom(outcome => outcome.Balance))
            .ForMember(answer => answer.AvaiablePointBalance, map => map.MapFrom(outcome => outcome.Available))
            .ForMember(answer => answer.Ticket, map => map.MapFrom(outcome => outcome.Tickets));
    }
}
