using Jpos.Application.TerminalProtocol.Transactions;

namespace Jpos.Api.TerminalProtocol.Transactions;

/// <summary>The fields of a cancel, and of its reversal.</summary>
public sealed record CancelForm : UndoForm
{
    public Cancel ToCommand() => new()
    {
        Store = StoreNo!,
        Terminal = TerminalNo!,
        Card = Card,
        Trace = TraceNo!,
        Batch = BatchNo,
        Track2 = Track2,
        OriginalTime = OriTransTime?.Utc,
        Consume = Original,
    };
}
