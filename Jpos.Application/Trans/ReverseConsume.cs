using System.Diagnostics.CodeAnalysis;
using Jpos.Application.Messages;
using Jpos.Domain;
using Jpos.Domain.Accounts;
using Jpos.Domain.Journal;

namespace Jpos.Application.Trans;

/// <summary>Reverses a consume (protocol §6).</summary>
[method: SetsRequiredMembers]
public sealed record ReverseConsume(Consume Consume) : ReversalMessage<ConsumeOutcome>(Consume);

public sealed class ReverseConsumeHandler(ReversalSteps steps) : ReversalHandler<ReverseConsume, ConsumeOutcome>(steps)
{
    protected override ConsumeOutcome Undone(TransactionJournal original, PointAccount account, Moment now) => new()
    {
        Serial = original.Serial,
        Balance = account.Balance,
        Available = account.Available(now),
        Used = original.Used,
        Awarded = original.Awarded,
    };
}
