using Jpos.Api.Protocol;
using Jpos.Application.Cards;
using Jpos.Application.Messages;
using Jpos.Domain.Tickets;

namespace Jpos.Api.Card;

public sealed record QueryCardAnswer : TerminalAnswer
{
    public decimal PointBalance { get; set; }

    public decimal AvaiablePointBalance { get; set; }

    public IReadOnlyList<VoucherAnswer> Vaucher { get; set; } = [];

    public string IdType { get; set; } = "";

    public string IdNo { get; set; } = "";

    public string Name { get; set; } = "";

    public string Gender { get; set; } = "";

    public string MobileNo { get; set; } = "";

    public string Grade { get; set; } = "";

    public string Address { get; set; } = "";

    public string Email { get; set; } = "";
}

public sealed record VoucherAnswer
{
    public long Id { get; set; }

    /// <summary>What one piece is worth, in yuan.</summary>
    public decimal Amount { get; set; }

    public int Num { get; set; }

    public string Name { get; set; } = "";
}

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
            .ForMember(answer => answer.Grade, map => map.MapFrom(outcome => outcome.Member == null ? "" : outcome.Member.Grade.ToString("D")))
            .ForMember(answer => answer.Address, map => map.MapFrom(outcome => outcome.Member == null ? "" : outcome.Member.Address))
            .ForMember(answer => answer.Email, map => map.MapFrom(outcome => outcome.Member == null ? "" : outcome.Member.Email));
    }
}
