using System.Diagnostics.CodeAnalysis;
using Jpos.Application.Messages;
using Jpos.Domain;
using Jpos.Domain.Accounts;
using Jpos.Domain.Journal;

namespace Jpos.Application.Trans;

/// <summary>Reverses a cancel: the consume stands again, even below zero (protocol §6).</summary>
[method: SetsRequiredMembers]
public sealed record ReverseCancel(Cancel Cancel) : ReversalMessage<CancelOutcome>(Cancel);

public sealed class ReverseCancelHandler(ReversalSteps steps) : ReversalHandler<ReverseCancel, CancelOutcome>(steps)
{
    protected override CancelOutcome Undone(TransactionJournal original, PointAccount account, Moment now) => new()
    {
        Serial = original.Serial,
        Balance = account.Balance,
        Available = account.Available(now),
        Used = original.Used,
        Awarded = original.Awarded,
    };
}
