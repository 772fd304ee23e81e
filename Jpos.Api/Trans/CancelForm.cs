using Jpos.Api.Protocol;
using Jpos.Application.Trans;

namespace Jpos.Api.Trans;

/// <summary>The fields of a cancel, and of its reversal.</summary>
public sealed record CancelForm : UndoingForm
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
