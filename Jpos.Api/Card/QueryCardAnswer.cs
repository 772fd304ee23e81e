using Jpos.Api.Protocol;
using Jpos.Application.Cards;
using Jpos.Application.Messages;
using Jpos.Domain.Protocol;
using Jpos.Domain.Terminals;
using Jpos.Domain.Tickets;

namespace Jpos.Api.Card;

/// <summary>A card, its member and its vouchers.</summary>
public sealed record QueryCardAnswer : TerminalAnswer
{
    /// <summary>All points of the card.</summary>
    public decimal PointBalance { get; set; }

    /// <summary>The points that may be spent now.</summary>
    public decimal AvaiablePointBalance { get; set; }

    /// <summary>The vouchers (代金券) that it may pay with.</summary>
    public IReadOnlyList<VoucherAnswer> Vaucher { get; set; } = [];

    /// <summary>The kind of the member's document; empty for none.</summary>
    public string IdType { get; set; } = "";

    /// <summary>Its number; empty for none.</summary>
    public string IdNo { get; set; } = "";

    /// <summary>The member's name; empty if it is not known.</summary>
    public string Name { get; set; } = "";

    /// <summary>01 male, 02 female, 00 unknown.</summary>
    public string Gender { get; set; } = "";

    /// <summary>The member's mobile.</summary>
    public string MobileNo { get; set; } = "";

    /// <summary>0 green, 1 gold, 2 platinum, 3 diamond.</summary>
    public string Grade { get; set; } = "";

    /// <summary>Where the member lives.</summary>
    public string Address { get; set; } = "";

    /// <summary>Where the member gets mail.</summary>
    public string Email { get; set; } = "";
}

/// <summary>One voucher of a card.</summary>
public sealed record VoucherAnswer
{
    /// <summary>The ticket's number.</summary>
    public long Id { get; set; }

    /// <summary>What one piece is worth, in yuan.</summary>
    public decimal Amount { get; set; }

    /// <summary>How many pieces are left.</summary>
    public int Num { get; set; }

    /// <summary>What the ticket is called.</summary>
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
            .ForMember(answer => answer.Grade, map => map.MapFrom(outcome => outcome.Member == null ? "" : outcome.Grade.ToString("D")))
            .ForMember(answer => answer.Address, map => map.MapFrom(outcome => outcome.Member == null ? "" : outcome.Member.Address))
            .ForMember(answer => answer.Email, map => map.MapFrom(outcome => outcome.Member == null ? "" : outcome.Member.Email))
            .AfterMap((outcome, answer) =>
            {
                if (outcome is { Answers: AnswerForm.FixedFields, Code: var code } && code == ResponseCode.Approved)
                {
                    FixedFields.Fit(answer);
                }
            });
    }
}
