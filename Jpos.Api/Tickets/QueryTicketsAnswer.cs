using Jpos.Api.Protocol;
using Jpos.Application.Messages;
using Jpos.Application.Tickets;
using Jpos.Domain.Tickets;

namespace Jpos.Api.Tickets;

/// <summary>A card's tickets.</summary>
public sealed record QueryTicketsAnswer : TerminalAnswer
{
    /// <summary>All points of the card.</summary>
    public decimal PointBalance { get; set; }

    /// <summary>The points that may be spent now.</summary>
    public decimal AvaiablePointBalance { get; set; }

    /// <summary>The card's tickets of all types.</summary>
    public IReadOnlyList<TicketAnswer> Ticket { get; set; } = [];
}

/// <summary>One ticket of a card.</summary>
public sealed record TicketAnswer
{
    /// <summary>The ticket's number.</summary>
    public long Id { get; set; }

    /// <summary>01 团购券, 02 兑换券, 03 代金券.</summary>
    public string Type { get; set; } = "";

    /// <summary>What one piece is worth, in yuan.</summary>
    public decimal Amount { get; set; }

    /// <summary>What the ticket is called.</summary>
    public string Name { get; set; } = "";

    /// <summary>How many pieces are left.</summary>
    public int Num { get; set; }
}

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
