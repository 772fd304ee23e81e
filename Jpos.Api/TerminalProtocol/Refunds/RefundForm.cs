using System.ComponentModel.DataAnnotations;
using Jpos.Application.TerminalProtocol.Refunds;

namespace Jpos.Api.TerminalProtocol.Refunds;

/// <summary>The fields of a refund. Without a batch number the refund belongs to the open batch (<see href="docs/protocol.md#1-transport">protocol §1</see>).</summary>
public sealed record RefundForm : SwipedCardForm
{
    public BatchNumber? BatchNo { get; init; }

    /// <summary>The consume's serial number.</summary>
    [Required]
    public SerialNumber? OriSerialNo { get; init; }

    /// <summary>The consume's business day, yyyyMMdd.</summary>
    public RequestDate? OriTransDate { get; init; }

    /// <summary>The cash register's own number of the consume.</summary>
    public RegisterTrace? OriRegisterTraceNo { get; init; }

    public Refund ToCommand() => new()
    {
        Store = StoreNo!,
        Terminal = TerminalNo!,
        Card = Card,
        Trace = TraceNo!,
        Batch = BatchNo,
        Track2 = Track2,
        Consume = OriSerialNo!,
        ConsumeDate = OriTransDate?.Day,
        ConsumeRegisterTrace = OriRegisterTraceNo,
    };
}
