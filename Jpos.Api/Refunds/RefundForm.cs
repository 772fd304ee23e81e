using System.ComponentModel.DataAnnotations;
using Jpos.Api.Protocol;
using Jpos.Application.Refunds;
using Jpos.Domain.Protocol;

namespace Jpos.Api.Refunds;

/// <summary>The fields of a refund. Without a batch number it is the open batch's (protocol §1).</summary>
public sealed record RefundForm : SwipedCardForm
{
    public BatchNumber? BatchNo { get; init; }

    [Required]
    public SerialNumber? OriSerialNo { get; init; }

    public RequestDate? OriTransDate { get; init; }

    public RegisterTrace? OriRegisterTraceNo { get; init; }

    public Refund ToCommand() => new()
    {
        Store = StoreNo!,
        Terminal = TerminalNo!,
        Card = CardNo!,
        Trace = TraceNo!,
        Batch = BatchNo,
        Track2 = Track2,
        Consume = OriSerialNo!,
        ConsumeDate = OriTransDate?.Day,
        ConsumeRegisterTrace = OriRegisterTraceNo,
    };
}
