using Jpos.Domain.Accounts;
using Jpos.Domain.Journal;

namespace Jpos.Application.TerminalProtocol.Messages;

/// <summary>Base of all reversals with a points answer, which are all except that of tickets.</summary>
public abstract class PointsReversalHandler<TMessage, TOutcome>(ReversalDependencies steps) : ReversalHandler<TMessage, TOutcome>(steps)
    where TMessage : ReversalMessage<TOutcome>
    where TOutcome : PointsOutcome, new()
{
    protected sealed override TOutcome Undone(TransactionJournal original, TransactionJournal entry, PointAccount account, Moment now) => new()
    {
        Serial = original.Serial,
        Balance = account.Balance,
        Available = account.Available(now),
        Used = entry.Used,
        Awarded = entry.Awarded,
    };
}
