using Jpos.Api.Protocol;
using Jpos.Application.Messages;
using Jpos.Application.Refunds;

namespace Jpos.Api.Refunds;

/// <summary>What a refund gave back and took back.</summary>
public sealed record RefundAnswer : TerminalAnswer
{
    /// <summary>The host's number of the transaction, 12 digits; empty if there is none.</summary>
    public string SerialNo { get; set; } = "";

    /// <summary>All points of the card.</summary>
    public decimal PointBalance { get; set; }

    /// <summary>The points that may be spent now.</summary>
    public decimal AvaiablePointBalance { get; set; }

    /// <summary>Points given back.</summary>
    public decimal ReturnPoint { get; set; }

    /// <summary>What was taken back of the gift.</summary>
    public decimal ReturnPersentPoint { get; set; }

    /// <summary>The cash that was paid; the till hands out this less <see cref="SupplyCash"/>.</summary>
    public decimal ReturnCash { get; set; }

    /// <summary>What the customer owes for the part of the gift that is spent.</summary>
    public decimal SupplyCash { get; set; }
}

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
