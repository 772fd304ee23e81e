using Jpos.Application.TerminalProtocol.Refunds;

namespace Jpos.Api.TerminalProtocol.Refunds;

/// <summary>The fields of a refund cancel. <c>oriSerialNo</c> may be the serial number of the refund or of its consume.</summary>
public sealed record CancelRefundForm : UndoForm
{
    /// <summary>The business day of the original, yyyyMMdd.</summary>
    public RequestDate? OriTransDate { get; init; }

    public CancelRefund ToCommand() => new()
    {
        Store = StoreNo!,
        Terminal = TerminalNo!,
        Card = Card,
        Trace = TraceNo!,
        Batch = BatchNo,
        Track2 = Track2,
        OriginalTime = OriTransTime?.Utc,
        Refund = Original,
        Date = OriTransDate?.Day,
    };
}
